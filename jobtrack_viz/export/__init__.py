"""What people take away: the plan as a page, as a Word document, and the comparison for Excel."""
