"""The words of the sample workbook, one module for each sheet or two; `make_sample.py` turns them into Excel."""
