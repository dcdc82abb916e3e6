"""json.decoder: under this name too."""
from json import JSONDecodeError, JSONDecoder
