import CanonicalJSON
import Facts
import Gateway

/// An answer of the vehicle register: the registrations that match a question.
struct DIVAnswer: Sendable {
    private let items: [DIVItem]

    /// Reads what is asked for and ignores the rest.
    ///
    /// - Throws: ``SourceFailure`` when it is not JSON, lacks what identifies a registration, or
    ///   has a value of the wrong kind among what is read.
    init(
        parsing bytes: [UInt8], of resource: DIVResource, _ attributes: Set<AttributeID>,
        limits: JSONLimits
    ) throws(SourceFailure) {
        let document: JSONValue
        do throws(JSONFailure) {
            document = try JSONValue(parsing: bytes, limits: limits)
        } catch {
            throw SourceFailure(error)
        }
        var reader = JSONReader(document, tolerance: .lenient)
        let items = reader.objects("items") { DIVItem(&$0, of: resource, attributes) }
        let total = reader.optionalInteger("total", in: 0...1_000_000)
        do throws(JSONFieldIssues) {
            self.items = try reader.complete(items)
        } catch {
            throw SourceFailure(error)
        }
        // Unknown has a form of its own, 204: a list without items is not it.
        guard !self.items.isEmpty else {
            throw .unintelligible(.outsideSchema(element: "/items"))
        }
        // What is left for a next page could hold the present registration.
        if let total, total > Int64(self.items.count) {
            throw .unintelligible(.unexpectedValue(element: "/total"))
        }
    }

    /// Returns the registration of the plate that is present on a day: of those that have started,
    /// the last to start, and of equal dates the first in the list.
    ///
    /// - Throws: ``SourceFailure`` when no item is about the plate.
    func present(_ plate: Plate, on day: CalendarDate) throws(SourceFailure) -> VehicleRegistration?
    {
        let matching = items.filter { $0.registration.plate == plate }
        guard !matching.isEmpty else { throw .unintelligible(.anotherSubject) }
        var present: DIVItem?
        for item in matching where item.start?.isOnOrBefore(day) != false {
            guard let earlier = present else {
                present = item
                continue
            }
            if let start = item.start?.earliest {
                guard let other = earlier.start?.earliest else {
                    present = item
                    continue
                }
                if start > other { present = item }
            }
        }
        return present?.registration
    }
}
