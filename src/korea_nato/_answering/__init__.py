"""One module for each thing that a dataset can tell in words."""
