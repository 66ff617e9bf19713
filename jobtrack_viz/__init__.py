"""The career map without a screen: reading, graph, gaps, journeys, drawing."""

import os

os.environ["OPENPYXL_LXML"] = "False"
"""python-docx brings lxml, and openpyxl would use it in place of defusedxml, with no word said."""
