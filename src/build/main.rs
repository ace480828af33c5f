//! Runs before the program is compiled: gives the Windows program its icon.

#![expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    println!("cargo::rerun-if-changed=src/build");
    println!("cargo::rerun-if-changed=src/gui/icon/icon.ico");
    #[cfg(windows)]
    if let Err(error) = winresource::WindowsResource::new()
        .set_icon("src/gui/icon/icon.ico")
        .compile()
    {
        println!("cargo::warning=the program gets no icon: {error}");
    }
}
