"""Published frameworks and folders of tables in, a workbook for HR out."""

from jobtrack_viz.convert.ddat import convert_ddat
from jobtrack_viz.convert.folder import convert_folder
from jobtrack_viz.convert.onet import convert_onet
from jobtrack_viz.convert.tables import Converted, Sheet
from jobtrack_viz.convert.writing import workbook_bytes

__all__ = [
    "Converted",
    "Sheet",
    "convert_ddat",
    "convert_folder",
    "convert_onet",
    "workbook_bytes",
]
