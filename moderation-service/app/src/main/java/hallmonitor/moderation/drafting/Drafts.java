package hallmonitor.moderation.drafting;

import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.moderation.store.TwoPersons.AccountTie;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.WatchedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The drafts and their changes, each in one transaction with its row of the audit log. */
public final class Drafts {
  private static final int LONGEST = 60_000;

  private final Jdbi database;
  private final DocumentFiles documents;
  private final FileSynchronizer files;

  public Drafts(Jdbi database, DocumentFiles documents, FileSynchronizer files) {
    this.database = database;
    this.documents = documents;
    this.files = files;
  }

  public Optional<Draft> find(long id) {
    return database.withHandle(h -> find(h, id, ""));
  }

  private static Optional<Draft> find(Handle h, long id, String lock) {
    return h.createQuery("select * from document_draft where id = ?" + lock)
        .bind(0, id)
        .map(ConstructorMapper.of(Draft.class))
        .findOne();
  }

  /** Returns unpublished drafts, the last changed first. */
  public List<Draft> underWork() {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select * from document_draft where state in ('open', 'proposed')
                    order by changed_at desc limit 100
                    """)
                .map(ConstructorMapper.of(Draft.class))
                .list());
  }

  public DraftCheck lint(Draft draft) {
    return DraftCheck.of(draft.kind(), draft.body(), documents.rules());
  }

  /** Returns the current version of a document in this service. */
  public WatchedFile.Version<?> inForce(Document document) {
    return documents.current(document);
  }

  /** Returns the open draft of a document that somebody has begun, or begins one of its own. */
  public long goOn(Document document, String name, String who) {
    return underWork().stream()
        .filter(d -> d.document().equals(document.code()))
        .filter(d -> d.owner().equals(who) && d.isOpen())
        .map(Draft::id)
        .findFirst()
        .orElseGet(() -> begin(document, name, inForce(document), who));
  }

  private long begin(Document document, String name, WatchedFile.Version<?> from, String who) {
    return begin(document, name, from.text(), from.version(), who);
  }

  /** Creates a draft from a text, such as the current or an old version. */
  public long begin(Document document, String name, String body, String base, String who) {
    return database.inTransaction(
        t -> {
          long id =
              t.createQuery(
                      """
                      insert into document_draft (document, name, body, base, owner, changed_by)
                      values (?, ?, ?, ?, ?, ?) returning id
                      """)
                  .bind(0, document.code())
                  .bind(1, name)
                  .bind(2, body)
                  .bind(3, base)
                  .bind(4, who)
                  .bind(5, who)
                  .mapTo(long.class)
                  .one();
          AuditLog.add(t, who, "draft-begun", target(id), document.code() + " from " + base);
          return id;
        });
  }

  /**
   * Saves a changed text. A proposed one has to be proposed again.
   *
   * @param seen the revision that was changed
   * @throws DraftRejected if someone else changed it in the meantime, or if it is too long
   */
  public void save(long id, int seen, String body, String what, String who) {
    if (body.length() > LONGEST) {
      throw new DraftRejected(
          Sentence.of("A document can have at most {1} characters. Nothing was saved.", LONGEST));
    }
    database.useTransaction(
        t -> {
          allow(PublicationRules.againstChange(locked(t, id), seen));
          t.execute(
              """
              update document_draft set body = ?, revision = revision + 1, state = 'open',
                proposed_by = '', changed_by = ?, changed_at = clock_timestamp()
              where id = ?
              """,
              body,
              who,
              id);
          AuditLog.add(t, who, "draft-saved", target(id), what);
        });
  }

  /**
   * Proposes to publish it.
   *
   * @param note why
   * @throws DraftRejected if it has mistakes, or if there is no reason
   */
  public void propose(long id, int seen, String note, String who) {
    database.useTransaction(
        t -> {
          Draft draft = locked(t, id);
          allow(PublicationRules.againstProposal(draft, seen, note, lint(draft).problems().size()));
          t.execute(
              """
              update document_draft
              set state = 'proposed', proposed_by = ?, note = ?, proposed_at = clock_timestamp()
              where id = ?
              """,
              who,
              note,
              id);
          AuditLog.add(t, who, "draft-proposed", target(id), note);
        });
  }

  /** Withdraws a proposal; the draft can be edited again. */
  public void takeBack(long id, int seen, String why, String who) {
    database.useTransaction(
        t -> {
          allow(PublicationRules.againstChange(locked(t, id), seen));
          t.execute("update document_draft set state = 'open', proposed_by = '' where id = ?", id);
          AuditLog.add(t, who, "draft-taken-back", target(id), why);
        });
  }

  public void discard(long id, int seen, String who) {
    database.useTransaction(
        t -> {
          allow(PublicationRules.againstChange(locked(t, id), seen));
          t.execute(
              "update document_draft set state = 'discarded', proposed_by = '' where id = ?", id);
          AuditLog.add(t, who, "draft-discarded", target(id), "");
        });
  }

  /**
   * Approves as a second person: the draft becomes the current version, here immediately and in
   * every other instance within seconds.
   *
   * @param seen the revision that the approver read
   * @param readAgainst the current version that the approver compared it with
   * @throws DraftRejected if it may not be published, or cannot be written; the old version stays
   */
  public void approve(long id, int seen, String readAgainst, String who) {
    try {
      database.useTransaction(t -> approve(t, id, seen, readAgainst, who));
    } catch (IOException e) {
      Document document = find(id).orElseThrow().kind();
      throw new DraftRejected(files.cannotWrite(document));
    }
    files.look();
  }

  private void approve(Handle t, long id, int seen, String readAgainst, String who)
      throws IOException {
    Draft draft = locked(t, id);
    Document document = draft.kind();
    Versions.lock(t, document);
    int mistakes = lint(draft).problems().size();
    // From the table, because another instance may have published a moment ago.
    String inForce =
        Versions.newest(t, document)
            .map(DocumentVersion::version)
            .orElseGet(() -> inForce(document).version());
    allow(PublicationRules.againstApproval(draft, seen, who, readAgainst, inForce, mistakes));
    allow(TwoPersons.tie(t, draft.proposedBy(), who, true).map(AccountTie::refusal));
    String version = WatchedFile.versionOf(draft.body());
    if (version.equals(inForce)) {
      throw new DraftRejected(
          Sentence.of("The draft says what applies already, so there is nothing to publish."));
    }
    // Before the commit: if the folder cannot be written, nothing is published.
    if (!files.mayWrite()) {
      throw new DraftRejected(files.cannotWrite(document));
    }
    files.stage(document, draft.body()).close();
    Versions.addPublished(t, draft, version, who);
    t.execute("update document_draft set state = 'published' where id = ?", id);
    TwoPersons.noteOrigin(t, who, "draft-approved", target(id));
    AuditLog.add(
        t, who, "draft-approved", target(id), document.file() + " is now version " + version);
  }

  private static Draft locked(Handle t, long id) {
    return find(t, id, " for update")
        .orElseThrow(() -> new DraftRejected(Sentence.of("That draft does not exist.")));
  }

  private static void allow(Optional<Sentence> refusal) {
    refusal.ifPresent(
        sentence -> {
          throw new DraftRejected(sentence);
        });
  }

  static String target(long id) {
    return "draft " + id;
  }
}
