//! Is a path on a network share? There, locks between computers and the order of syncs cannot be
//! relied on, so a library on a share is opened for reading only.

use std::fs;
use std::path::{Component, Path, PathBuf, Prefix};

/// Where a file system is mounted, and which one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    pub point: PathBuf,
    pub file_system: String,
}

/// The name of the network file system that holds `path` (which may not exist yet), if it is one.
pub fn network_file_system_of(path: &Path) -> Option<String> {
    let place = existing_part(path);
    if is_unc(&place) {
        return Some("smb".to_owned());
    }
    let mount = mount_of(&place, &mounts())?;
    is_network_file_system(&mount.file_system).then_some(mount.file_system)
}

/// Whether a file system of this name, as the operating system spells it, reaches over a network.
pub fn is_network_file_system(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.strip_prefix("fuse.").unwrap_or(&name);
    const EXACT: [&str; 16] = [
        "9p",
        "afs",
        "afpfs",
        "ceph",
        "cifs",
        "davfs",
        "gfs2",
        "glusterfs",
        "gvfsd-fuse",
        "lustre",
        "ncpfs",
        "rclone",
        "smbfs",
        "sshfs",
        "webdav",
        "webdavfs",
    ];
    EXACT.contains(&name)
        || name.starts_with("nfs")
        || name.starts_with("smb")
        || name.starts_with("davfs")
        || name.starts_with("ceph")
}

/// The mount with the longest mount point above `path`. Of several on one point, the last one mounted
/// is what one sees.
pub fn mount_of(path: &Path, mounts: &[Mount]) -> Option<Mount> {
    mounts
        .iter()
        .filter(|mount| path.starts_with(&mount.point))
        .max_by_key(|mount| mount.point.components().count())
        .cloned()
}

/// The path without links and relative parts; for what does not exist yet, its nearest folder. On
/// Windows this also turns a mapped drive letter into the share behind it.
fn existing_part(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    absolute
        .ancestors()
        .find_map(|ancestor| fs::canonicalize(ancestor).ok())
        .unwrap_or(absolute)
}

fn is_unc(path: &Path) -> bool {
    matches!(
        path.components().next(),
        Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    )
}

/// The kernel's own list, because the usual libraries leave network mounts out on Linux and may hang
/// while asking a dead server for its free space.
#[cfg(target_os = "linux")]
fn mounts() -> Vec<Mount> {
    match fs::read_to_string("/proc/self/mounts") {
        Ok(table) => parse_mount_table(&table),
        Err(error) => {
            log::warn!("the list of mounted file systems cannot be read: {error}");
            Vec::new()
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn mounts() -> Vec<Mount> {
    use sysinfo::{DiskRefreshKind, Disks};
    match Disks::new_with_refreshed_list_specifics(DiskRefreshKind::nothing()) {
        Ok(disks) => disks
            .iter()
            .map(|disk| Mount {
                point: disk.mount_point().to_path_buf(),
                file_system: disk.file_system().to_string_lossy().into_owned(),
            })
            .collect(),
        Err(error) => {
            log::warn!("the list of mounted file systems cannot be read: {error}");
            Vec::new()
        }
    }
}

/// Lines of `device point type options …`, where blanks in names are written as `\040`.
#[cfg(any(target_os = "linux", test))]
fn parse_mount_table(table: &str) -> Vec<Mount> {
    table
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let point = fields.nth(1)?;
            let file_system = fields.next()?;
            Some(Mount {
                point: PathBuf::from(unescape(point)),
                file_system: file_system.to_owned(),
            })
        })
        .collect()
}

#[cfg(any(target_os = "linux", test))]
fn unescape(field: &str) -> String {
    field
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_systems_are_told_apart() {
        for network in [
            "nfs",
            "nfs4",
            "cifs",
            "smbfs",
            "smb3",
            "smb2",
            "fuse.sshfs",
            "9p",
            "afpfs",
            "webdav",
            "fuse.davfs",
            "davfs2",
            "NFS",
            "ceph",
            "fuse.rclone",
            "fuse.gvfsd-fuse",
            "glusterfs",
            "fuse.glusterfs",
        ] {
            assert!(is_network_file_system(network), "{network}");
        }
        for local in [
            "ext4",
            "btrfs",
            "xfs",
            "apfs",
            "hfs",
            "NTFS",
            "fuseblk",
            "exfat",
            "vfat",
            "FAT32",
            "msdos",
            "tmpfs",
            "overlay",
            "zfs",
            "fuse.portal",
            "f2fs",
            "",
        ] {
            assert!(!is_network_file_system(local), "{local}");
        }
    }

    #[test]
    fn the_nearest_mount_counts() {
        let table = "/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n\
                     /dev/sdb1 /home/me/USB\\040stick exfat rw 0 0\nx /home/me/twice ext4 rw 0 0\n\
                     y /home/me/twice cifs rw 0 0\n";
        let mounts = parse_mount_table(table);
        let file_system = |path: &str| mount_of(Path::new(path), &mounts).unwrap().file_system;
        assert_eq!(file_system("/var/licheng.redb"), "ext4");
        assert_eq!(file_system("/home/me/licheng.redb"), "nfs4");
        assert_eq!(file_system("/home/me/USB stick/licheng.redb"), "exfat");
        assert_eq!(file_system("/homeless/licheng.redb"), "ext4");
        assert_eq!(file_system("/home/me/twice/licheng.redb"), "cifs");
    }

    #[test]
    fn a_local_folder_is_local_also_for_files_to_come() {
        let folder = tempfile::tempdir().unwrap();
        let coming = folder.path().join("a").join("b").join("licheng.redb");
        assert_eq!(existing_part(&coming), fs::canonicalize(folder.path()).unwrap());
        assert_eq!(network_file_system_of(&coming), None);
    }
}
