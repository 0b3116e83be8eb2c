/// The bytes of entries as the first version wrote them. They never change: an entry of today must
/// be readable and provable for as long as it is kept.
enum FrozenEntries {
    static let texts = [
        #"""
        {"body":{"application":"parking-schaerbeek","attributes":["person.birthDate"],"autho\#
        risation":{"hash":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"\#
        ,"id":"parking-schaerbeek-2026"},"confidential":{"subject":{"box":"qD1-Nd4YF0mWZ2F0p\#
        Xp9n1-jwiqklLuZ81WZOLAWaN1CKuFGxuDTMse5Ki6fuSndfxZgy2ZE_RzokrPZYQsnrpqzzyfD9EGRjZpsK\#
        Scjc1Hrr_KXFtB95fwASwgyVn4LT6kWyMPZ3r4ZfwDNNtNkwB5uuMiXoRsdP5bClg","hash":"4o5E9cbLc\#
        NtikVCWIB4i3LQOEr7r04kTzr0LoqxSRok"}},"key":"YU9WAXfcdWf-i88UTdT8mg","operation":"pe\#
        rson","organisation":"0207311071","purpose":"parking-cards","retention":"ten-years",\#
        "source":"nationalRegister","verification":"isAdult"},"consult":"01a1fd62-540d-7a91-\#
        a7ec-8e65a18debbe","epoch":1,"id":"01a1fd62-540d-73f8-8bc9-42ee9086c171","kind":"ask\#
        ed","nonce":"ubUB0dhUu3GAAhWQ_wtNww","ordinal":1,"time":1795252442125,"version":1}
        """#,
        #"""
        {"body":{"asked":{"id":"01a1fd62-540d-73f8-8bc9-42ee9086c171","leaf":"3up5DISABDUeHD\#
        gnOzwc-pzOeBoQViB6-Dbp3KZ_Y70"},"confidential":{"stated":{"box":"n7mq0cUFc0n3tnfBxhT\#
        nWUPtXvdxys74fH91Y2YyFonaFNXIsy_ptBw5ukei4sfVrAlNTMHTVuMim2zPDxQj_82LYwKpIrDwMkpmh_J\#
        7qKxfymZk_Q4JyGeRVbTjXVuQT___bUia6IVyAv3iLq14OhQsD0dIBlAMlA7UnQ","hash":"r-jg8CZ7G_w\#
        gJo5kzceD4rMIoFI-pNFLiApHvd7fh_c"}},"key":"YU9WAXfcdWf-i88UTdT8mg","outcome":"found"\#
        ,"received":["000","010"],"retention":"ten-years","role":"consulted"},"consult":"01a\#
        1fd62-540d-7a91-a7ec-8e65a18debbe","epoch":1,"id":"01a1fd62-540d-74ae-8865-ef7337186\#
        3e2","kind":"answered","nonce":"RofpZWjE4hCcRCpcPJfXFA","ordinal":1,"time":179525244\#
        2125,"version":1}
        """#,
    ]

    /// The leaf hash of the first.
    static let leafHash = "3up5DISABDUeHDgnOzwc-pzOeBoQViB6-Dbp3KZ_Y70"
}
