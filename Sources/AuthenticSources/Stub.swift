// AuthenticSources
