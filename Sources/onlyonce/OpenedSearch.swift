import ConsultLog
import LogSearch
import Logging
import SQLiteStorage

/// The search index of a data directory, and the searches that use it.
struct OpenedSearch: Sendable {
    let indexer: SearchIndexer
    let search: LogSearch

    /// Opens the index, which is made when there is none; what is damaged is made again.
    ///
    /// - Throws: ``UsageError`` that names the folder.
    init(
        of log: ConsultLog, on storage: SQLiteConsultLogStorage, _ keys: DataKeys,
        in directory: DataDirectory, _ logger: Logger
    ) async throws(UsageError) {
        let path = directory.path(of: "search")
        let folder: SearchIndexFolder
        do throws(FolderFailure) {
            folder = try SearchIndexFolder(at: path)
        } catch {
            throw UsageError("the search index \(path) \(error)")
        }
        let cursorKey = try explained { () throws(KeyFileFailure) in try folder.cursorKey() }
        let indexing = BackgroundThread("indexing")
        let index: SearchIndex
        do throws(IndexFailure) {
            index = try await indexing.run { () throws(IndexFailure) in
                try SearchIndex(opening: folder)
            }
        } catch {
            throw UsageError("\(error) (\(path)); remove the folder to have it made again")
        }
        for name in index.discarded {
            logger.warning(
                "a damaged segment of the search index is made again",
                metadata: ["segment": "\(name)"])
        }
        indexer = SearchIndexer(
            index, log: storage, keys: keys, on: indexing,
            onDamage: { position in
                logger.error(
                    "an entry of the log cannot be indexed as it should",
                    metadata: ["position": "\(position.number)"])
            })
        search = LogSearch(
            index, log: log, storage: storage, keys: keys, cursorKey: cursorKey,
            on: BlockingQueue("onlyonce.searching"))
    }
}
