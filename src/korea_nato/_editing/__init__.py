"""What editors are held to: the rules of the check, and canonical files."""
