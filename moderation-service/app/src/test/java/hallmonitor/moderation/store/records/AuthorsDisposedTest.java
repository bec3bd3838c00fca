package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.author.LookPurpose;
import hallmonitor.moderation.casework.author.PlatformAuthor;
import hallmonitor.moderation.store.authors.AuthorLooks;
import hallmonitor.moderation.store.authors.AuthorMerges;
import hallmonitor.moderation.store.authors.KnownAuthors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The page of an author goes with the last comment, and a merge with the last but one author. */
class AuthorsDisposedTest {
  private static final String OLD = "2027-03-04";
  private static final String YOUNG = "2029-03-04";

  private final OldArchive archive = new OldArchive();

  private UUID author(String name) {
    return archive
        .database
        .jdbi()
        .inTransaction(
            h ->
                KnownAuthors.idOf(
                    h,
                    new PlatformAuthor(
                        h.select("select min(platform) from comment").mapTo(String.class).one(),
                        "practice",
                        "name:" + name)));
  }

  private void dispose() {
    UUID disposal = archive.approved(ALLOWED_COMMENTS);
    archive.carryOut(disposal);
  }

  private List<UUID> known() {
    return archive
        .database
        .jdbi()
        .withHandle(h -> h.select("select author_id from author").mapTo(UUID.class).list());
  }

  private void merge(UUID one, UUID other) {
    archive
        .database
        .jdbi()
        .useTransaction(
            h -> AuthorMerges.merge(h, one, other, "The same.", "novak", Optional.empty()));
  }

  private int inGroup(UUID author) {
    return archive.database.jdbi().withHandle(h -> AuthorMerges.with(h, author)).size();
  }

  @Test
  void anAuthorGoesWithTheLastComment() {
    archive.allowed("practice", "1", "Dana", OLD);
    archive.allowed("practice", "2", "Dana", OLD);
    archive.allowed("practice", "3", "Kai", OLD);
    archive.allowed("practice", "4", "Kai", YOUNG);
    UUID dana = author("Dana");
    UUID kai = author("Kai");
    archive
        .database
        .jdbi()
        .useTransaction(
            h -> AuthorLooks.add(h, List.of(dana, kai), "novak", LookPurpose.SAFETY, "A threat."));

    dispose();

    assertThat(known()).containsExactly(kai);
    assertThat(archive.one("select count(*)::text from author_look")).isEqualTo("1");
  }

  @Test
  void aNameThatAnAuthorNoLongerUsesIsForgottenWithTheComment() {
    archive.allowed("practice", "1", "Dana", OLD);
    author("Dana");
    archive.one(
        "update comment set author_key = 'name:D. R.', author_name = 'D. R.' returning comment_id");

    dispose();

    assertThat(known()).isEmpty();
  }

  @Test
  void aMergeThatWaitsForApprovalWaitsNoLongerAndItsReasonIsErased() {
    archive.allowed("practice", "1", "Dana", OLD);
    archive.allowed("practice", "2", "Kai", YOUNG);
    UUID dana = author("Dana");
    UUID kai = author("Kai");
    archive
        .database
        .jdbi()
        .useTransaction(
            h ->
                AuthorMerges.propose(
                    h,
                    UUID.randomUUID(),
                    dana,
                    kai,
                    "",
                    "Dana signs as Kai.",
                    "novak",
                    Instant.now().minusSeconds(60)));

    dispose();

    List<Proposal> waiting =
        archive
            .database
            .jdbi()
            .withHandle(h -> AuthorMerges.waiting(h, List.of(dana, kai), Instant.now()));
    assertThat(waiting).isEmpty();
    assertThat(archive.one("select reason from proposal where kind = 'merge-authors'"))
        .isEqualTo("Disposed of.");
  }

  @Test
  void aMergeOfTwoEndsIfOneOfThemIsGone() {
    archive.allowed("practice", "1", "Dana", OLD);
    archive.allowed("practice", "2", "Kai", YOUNG);
    UUID kai = author("Kai");
    merge(author("Dana"), kai);

    dispose();

    assertThat(inGroup(kai)).isZero();
  }

  @Test
  void aMergeOfThreeGoesOnWithTwo() {
    archive.allowed("practice", "1", "Dana", OLD);
    archive.allowed("practice", "2", "Kai", YOUNG);
    archive.allowed("practice", "3", "Lee", YOUNG);
    UUID kai = author("Kai");
    merge(author("Dana"), kai);
    merge(kai, author("Lee"));

    dispose();

    assertThat(inGroup(kai)).isEqualTo(2);
  }
}
