"""What sources claim, held against what the record holds."""
