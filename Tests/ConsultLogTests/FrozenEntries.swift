/// The bytes of entries as the first version wrote them. They never change: an entry of today must
/// be readable and provable for as long as it is kept.
enum FrozenEntries {
    static let texts = [
        #"""
        {"body":{"application":"parking-schaerbeek","attributes":["person.birthDate"],"autho\#
        risation":{"hash":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"\#
        ,"id":"parking-schaerbeek-2026"},"confidential":{"subject":{"box":"qD1-Nd4YF0mWZ2F0M\#
        mwfiB_bxNYKUkLEEc5Yvn9e81MHZsQn73fw_6f9BS3KEe8c53Y9vVaqDvPh6qRj8B_gMNO-AS58FvU4sQy4T\#
        fyq2pXYYmQng10zsqi13RceXwJeYywNwqlXB7RvgEbdUaTDhDfxMl_NpLgdNBKkHQ","hash":"4o5E9cbLc\#
        NtikVCWIB4i3LQOEr7r04kTzr0LoqxSRok"}},"key":"zY9U0Q798X6sBvM-YxCEHw","operation":"pe\#
        rson","organisation":"0207311071","purpose":"parking-cards","retention":"ten-years",\#
        "source":"nationalRegister","verification":"isAdult"},"consult":"01a1fd62-540d-7a91-\#
        a7ec-8e65a18debbe","epoch":1,"id":"01a1fd62-540d-73f8-8bc9-42ee9086c171","kind":"ask\#
        ed","nonce":"ubUB0dhUu3GAAhWQ_wtNww","ordinal":1,"time":1795252442125,"version":1}
        """#,
        #"""
        {"body":{"asked":{"id":"01a1fd62-540d-73f8-8bc9-42ee9086c171","leaf":"3eZHdxBxqPEGCV\#
        2Jsw7gIWHutGWwzmdSDeqYiJGu_Vs"},"confidential":{"stated":{"box":"9eBLXkQCLovBUzUAtAQ\#
        99eLWjJQ9zhqlkFAZR7m518_1auN-Lawb2vuSxtXsvwMxHewaczcLHpl56gNu2MSnM9SqBjcHJf8BSGD00BV\#
        vaj3pueAELlG9zzSTnYwPHDmEXh-73CNe5S12c4tGPWVlL8rUHDEtFZqA_iPDag","hash":"9rQRGoX6hSI\#
        VMo_1xLq7MaEl8hmUR_-v3pRRURJP3s4"}},"key":"zY9U0Q798X6sBvM-YxCEHw","outcome":"found"\#
        ,"received":["000","010"],"retention":"ten-years","role":"consulted"},"consult":"01a\#
        1fd62-540d-7a91-a7ec-8e65a18debbe","epoch":1,"id":"01a1fd62-540d-7c99-ba89-07c967192\#
        b96","kind":"answered","nonce":"bSwHWmjirGUc4NxIL29hcA","ordinal":1,"time":179525244\#
        2125,"version":1}
        """#,
    ]

    /// The leaf hash of the first.
    static let leafHash = "3eZHdxBxqPEGCV2Jsw7gIWHutGWwzmdSDeqYiJGu_Vs"
}
