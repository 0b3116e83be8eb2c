extension Situation {
    /// Somebody who is entitled to a card for a car of their own.
    static func usual(
        holder: String = "applicant", status: String = "ok", vehicle changes: Section = [:]
    ) -> Situation {
        let own: Section = ["status": status]
        let vehicle: Section = [
            "reg": "active", "holder": holder, "cat": "M1", "mass": "1700", "length": "4.3",
            "fuel": "petrol", "euro": "6",
        ]
        return Situation(
            people: own.merging(
                ["nis": "home", "register": "population", "alive": "true", "collective": "false"]
            ) { $1 },
            vehicle: own.merging(vehicle) { $1 }.merging(changes) { $1 },
            licence: own.merging(["state": "valid", "covers": "true"]) { $1 },
            enterprise: own.merging(["active": "true"]) { $1 }, day: World.decisionDay)
    }
}
