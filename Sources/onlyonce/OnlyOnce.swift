@main
struct OnlyOnce {
    static func main() {}
}
