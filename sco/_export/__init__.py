"""How exports are made: what is written, the formats, and safe replacement of files."""
