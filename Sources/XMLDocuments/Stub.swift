// XMLDocuments
