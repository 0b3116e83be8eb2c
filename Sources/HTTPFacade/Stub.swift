// HTTPFacade
