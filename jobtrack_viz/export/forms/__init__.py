"""The sheets that HR fills in: their columns and notes, and how they look."""
