// KBOOpenData
