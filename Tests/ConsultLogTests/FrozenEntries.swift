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
        gnOzwc-pzOeBoQViB6-Dbp3KZ_Y70"},"confidential":{"received":{"box":"n7mq0cUFc0n3tnfBi\#
        YM6drGFlrcat1vncKRerP_jl0HEnT-PEvfup8d6RBVl5I-6c5WIrWVS5EyShDyd30iqgWiYi178EjEnCBqM1\#
        LBx0Ksl4QVyIE2NZDFUDzFpHeakubkdhBX7eIqa1n6Y8JFDGoX0Kh_WFBferyzuG-k0Mx0E0MmPnQM9sekZG\#
        V3uUJOucQcUYAcfJUUYnEKBlDMCO_GmJLOWbw-Yk1L4sgM2tLTbqBJmdzk8HYVBQjx-3LyA2HISmvm4U3WN-\#
        xBVoVdJNihuCdaNiG8K0foDCZgX2aFOFYTVmIK24BjT7PLPcNMCh1BHB3Fo8LSA7uefM6jzvH5Es7Mj6VwuG\#
        IFYGRif3WZVvYfQpp_3_64wRiPacDqJRXFmqL5yfXMyWrVR8FopWdRavSIEEmddtHsA5Fgd6UbNoxjHkWCoo\#
        MJAcYSgXnqfxJwk3-r24P9OpClRIcVckoKz93z9iXbZV-DHOd915dUyDMLmoQ-_N5MyRdk5HzbyyJyAQ_Id-\#
        C7u_zIko2E0pA4Z0eqS6IwC4G03Eg","hash":"uN1jgXWOwLriuXK7VyPBxb9fddfYLmO6iO9msa8IGjc"}\#
        ,"stated":{"box":"7665tifNW0RFFjMLUVKI25vH7EKTWfXJV7pMXollvj_-hkiy0-Y29Ibm7QmWhqLLPs\#
        V8I1CAFYph1gqv8_x1-l1hOmqbT31CF-kBPS2vPUteqf4xcB1UqY2lqPn1Lm_8Il409tHHsSBKV_DiizUya-\#
        ZmntFrUoVd_oDAUA","hash":"AIpeShYAXqly4g1KRdJtm4Zm_fssbuXACqIew0vsqeU"}},"key":"YU9W\#
        AXfcdWf-i88UTdT8mg","outcome":"found","retention":"ten-years","role":"consulted"},"c\#
        onsult":"01a1fd62-540d-7a91-a7ec-8e65a18debbe","epoch":1,"id":"01a1fd62-540d-74ae-88\#
        65-ef73371863e2","kind":"answered","nonce":"RofpZWjE4hCcRCpcPJfXFA","ordinal":1,"tim\#
        e":1795252442125,"version":1}
        """#,
    ]

    /// The leaf hash of each.
    static let leafHashes = [
        "3up5DISABDUeHDgnOzwc-pzOeBoQViB6-Dbp3KZ_Y70",
        "cqqjzCLTPTdxIy0GM-kSb3p8Bc0u51T8MX08F9OtOcg",
    ]

    /// The data key of both, in hexadecimal digits. A program that follows
    /// `Contracts/log/README.md` alone opens the boxes with it.
    static let dataKey = "c05daa4b8acf76748aa2d790d641b387a8574c6fae6d9b6f3b4a79a517cec22a"

    /// What is in the boxes of each.
    static let triples = [
        [#"["pTw212zsmeB1hScSD7vnhQ","subject",{"id":"50020190037","type":"ssin"}]"#],
        [
            #"["zY9U0Q798X6sBvM-YxCEHw","received","000010"]"#,
            #"["fUBDDDVxSoanHPmDq_ctDQ","stated",{"answer":true}]"#,
        ],
    ]
}
