"""What differs between two frameworks, piece by piece."""
