"""What a record is made of: it knows no file, no source and no screen."""
