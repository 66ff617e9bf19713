"""The words of the template: its guide, its sheets, and the notes on their headings."""
