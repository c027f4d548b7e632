//! Random notices and what they say.
