package hallmonitor.moderation.drafting;

import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.WatchedFile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Synchronizes this folder's files with the known versions. Any number of instances do it, each for
 * its own folder or for a shared one.
 */
public final class FileSynchronizer {
  private static final System.Logger LOG = System.getLogger(FileSynchronizer.class.getName());

  private final Jdbi database;
  private final DocumentFiles documents;
  private final ConfigFolder folder;
  private final boolean mayWrite;
  private final Map<Document, Sentence> faults = new EnumMap<>(Document.class);
  private final Set<Document> emptied = EnumSet.noneOf(Document.class);

  /**
   * Creates the service.
   *
   * @param mayWrite whether this service writes published versions to the folder
   */
  public FileSynchronizer(
      Jdbi database, DocumentFiles documents, ConfigFolder folder, boolean mayWrite) {
    this.database = database;
    this.documents = documents;
    this.folder = folder;
    this.mayWrite = mayWrite;
  }

  /** Checks all files; cheap enough for once a second. */
  public synchronized void look() {
    documents.refresh();
    for (Document document : Document.values()) {
      if (!documents.isStandIn(document)
          && database.withHandle(h -> standing(h, document)) != FileStatus.SETTLED) {
        bringInStep(document);
      }
    }
  }

  private void bringInStep(Document document) {
    try {
      Optional<Sentence> fault = database.inTransaction(h -> bringInStep(h, document));
      note(document, fault.orElse(Sentence.NONE));
    } catch (IOException e) {
      note(document, cannotWrite(document));
    }
    documents.refresh();
  }

  private Optional<Sentence> bringInStep(Handle h, Document document) throws IOException {
    Versions.lock(h, document);
    WatchedFile.Version<?> file = documents.current(document);
    switch (standing(h, document)) {
      case SETTLED -> {}
      case CHANGED_BY_HAND -> {
        // Editors empty a file before they fill it, so an empty one counts only at the second
        // check.
        if (!file.text().isBlank() || !emptied.add(document)) {
          emptied.remove(document);
          hold(h, document, Versions.addFromFile(h, document, file.version(), file.text()));
        }
      }
      case BEHIND -> {
        return takeOver(h, document, Versions.newest(h, document).orElseThrow());
      }
    }
    return Optional.empty();
  }

  private Optional<Sentence> takeOver(Handle h, Document document, DocumentVersion newest)
      throws IOException {
    if (!mayWrite) {
      return Optional.of(cannotWrite(document));
    }
    if (!DraftCheck.of(document, newest.body(), documents.rules()).problems().isEmpty()) {
      return Optional.of(
          Sentence.of(
              "Version {1} of {2} was published but does not fit the other files on this server."
                  + " The previous version still applies. Publish one without mistakes.",
              newest.version(), document.file()));
    }
    try (ConfigFolder.Staged staged = folder.stage(document, newest.body())) {
      staged.putInPlace();
    }
    hold(h, document, newest.id());
    return Optional.empty();
  }

  Sentence cannotWrite(Document document) {
    return Sentence.of(
        "The service can't write {1} in {2}, so nothing changed. Allow it to write there, or edit"
            + " the file on the server.",
        document.file(), folder);
  }

  /** Returns whether {@link #stage} is allowed. */
  boolean mayWrite() {
    return mayWrite;
  }

  ConfigFolder.Staged stage(Document document, String text) throws IOException {
    return folder.stage(document, text);
  }

  /** Records the newest version that this folder had. */
  void hold(Handle h, Document document, long id) {
    h.execute(
        """
        insert into document_folder (folder, document, version_id) values (?, ?, ?)
        on conflict (folder, document) do update set version_id = excluded.version_id
        """,
        folder.key(),
        document.code(),
        id);
  }

  private FileStatus standing(Handle h, Document document) {
    WatchedFile.Version<?> file = documents.current(document);
    Optional<DocumentVersion> newest = Versions.newest(h, document);
    Optional<Long> held = held(h, document);
    FileStatus standing =
        FileStatus.of(
            file.version(),
            file.text().isBlank(),
            newest,
            Versions.body(h, document, file.version()).isPresent(),
            held);
    if (standing == FileStatus.SETTLED && !held.equals(newest.map(DocumentVersion::id))) {
      hold(h, document, newest.orElseThrow().id());
      note(document, Sentence.NONE);
    }
    return standing;
  }

  private Optional<Long> held(Handle h, Document document) {
    Query query =
        h.createQuery("select version_id from document_folder where folder = ? and document = ?");
    return query.bind(0, folder.key()).bind(1, document.code()).mapTo(Long.class).findOne();
  }

  private void note(Document document, Sentence fault) {
    Sentence before = fault.isEmpty() ? faults.remove(document) : faults.put(document, fault);
    if (!fault.isEmpty() && !fault.equals(before)) {
      LOG.log(System.Logger.Level.ERROR, "{0}", fault);
    }
  }

  /** Returns why a published version is not in use here, in words; empty if all are. */
  public synchronized List<Sentence> faults() {
    return List.copyOf(faults.values());
  }
}
