// AccessRights
