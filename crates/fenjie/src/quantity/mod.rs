//! Characters → quantities; usable alone.
