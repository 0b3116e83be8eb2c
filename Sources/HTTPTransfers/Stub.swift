// HTTPTransfers
