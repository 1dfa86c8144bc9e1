from converter.api import Failure as Failure
from converter.api import Finding as Finding
from converter.api import Options as Options
from converter.api import Report as Report
from converter.api import Unreadable as Unreadable
from converter.api import check as check
from converter.api import convert as convert
from converter.api import convert_all as convert_all
from converter.api import dumps as dumps
from converter.api import join as join
from converter.api import read as read

__version__: str
