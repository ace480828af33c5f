//! Keys: one or two numbers, big endian, so that what belongs together lies together.

use crate::store::StoreError;

pub fn one(id: u64) -> [u8; 8] {
    id.to_be_bytes()
}

pub fn two(first: u64, second: u64) -> [u8; 16] {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&first.to_be_bytes());
    key[8..].copy_from_slice(&second.to_be_bytes());
    key
}

/// A keyed hash in front (already shortened), then an id.
pub fn hash_and_id(hash: &[u8; 32], id: u64) -> [u8; 40] {
    let mut key = [0; 40];
    key[..32].copy_from_slice(hash);
    key[32..].copy_from_slice(&id.to_be_bytes());
    key
}

/// The last eight bytes of a key: the id that tells it apart.
pub fn last_id(key: &[u8]) -> Result<u64, StoreError> {
    key.last_chunk::<8>()
        .map(|bytes| u64::from_be_bytes(*bytes))
        .ok_or_else(|| StoreError::UnreadableRecord {
            detail: "a key is too short".to_owned(),
        })
}

/// The first eight bytes of a key: whose it is.
pub fn first_id(key: &[u8]) -> Result<u64, StoreError> {
    key.first_chunk::<8>()
        .map(|bytes| u64::from_be_bytes(*bytes))
        .ok_or_else(|| StoreError::UnreadableRecord {
            detail: "a key is too short".to_owned(),
        })
}
