"""urllib: addresses of resources; what there is, is in urllib.parse."""
