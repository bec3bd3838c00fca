package hallmonitor.moderation.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.RefusalSource;
import hallmonitor.settings.yaml.WatchedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances with folders of their own, and operators with an editor, on one database. */
class FileSynchronizerTest {
  private static final Path SHIPPED = Path.of("../../deploy/config");

  @TempDir Path first;
  @TempDir Path second;
  private final TestDatabase database = TestDatabase.fresh();

  /** One running service. */
  private final class Instance {
    final LiveRules rules;
    final FileSynchronizer files;
    final Drafts drafts;

    Instance(Path folder, boolean mayWrite) {
      rules =
          LiveRules.read(
              folder,
              folder,
              RefusalSource.NONE,
              (names, words) -> new Detectors(List.of()),
              "model-1");
      DocumentFiles documents = new DocumentFiles(folder, rules, Map.of());
      files = new FileSynchronizer(database.jdbi(), documents, new ConfigFolder(folder), mayWrite);
      drafts = new Drafts(database.jdbi(), documents, files);
      files.look();
    }

    String title() {
      return rules.get().policy().title();
    }

    /** Brandt proposes it, Haddad approves it. */
    void publish(String title) {
      long id = draft(title);
      drafts.propose(id, 0, "Because.", "brandt");
      drafts.approve(id, 0, rules.policy().current().version(), "haddad");
    }

    void publish(Document document, String text) {
      String inForce = drafts.inForce(document).version();
      long id = drafts.begin(document, "A change", text, inForce, "brandt");
      drafts.propose(id, 0, "Because.", "brandt");
      drafts.approve(id, 0, inForce, "haddad");
    }

    long draft(String title) {
      WatchedFile.Version<?> now = drafts.inForce(Document.POLICY);
      String text = titled(now.text(), title);
      return drafts.begin(Document.POLICY, title, text, now.version(), "brandt");
    }
  }

  @BeforeEach
  void copyTheShippedFiles() throws IOException {
    for (Path folder : List.of(first, second)) {
      for (String file : List.of("district.yaml", "policy.yaml")) {
        Files.copy(SHIPPED.resolve(file), folder.resolve(file));
      }
    }
  }

  private static String titled(String text, String title) {
    return text.replaceFirst("(?m)^title: .*$", "title: " + title);
  }

  private static void edit(Path folder, String title) throws IOException {
    Path file = folder.resolve("policy.yaml");
    Files.writeString(file, titled(Files.readString(file), title));
  }

  private List<Map<String, Object>> versions() {
    return database.rows(
        "select origin, proposed_by, approved_by from document_version where document = 'policy'"
            + " order by id");
  }

  @Test
  void theFirstStartNotesWhatIsInForceAndTheNextNothingNew() {
    new Instance(first, true);
    new Instance(first, true);
    new Instance(second, true);

    assertThat(versions())
        .containsExactly(Map.of("origin", "file", "proposed_by", "", "approved_by", ""));
  }

  @Test
  void whatIsPublishedIsInForceHereAtOnceAndInTheOtherInstanceAtItsNextLook() throws IOException {
    Instance one = new Instance(first, true);
    Instance two = new Instance(second, true);

    one.publish("House rules");

    assertThat(one.title()).isEqualTo("House rules");
    two.files.look();
    assertThat(two.title()).isEqualTo("House rules");
    assertThat(Files.readString(second.resolve("policy.yaml"))).contains("title: House rules");
    assertThat(Files.readString(first.resolve("policy.yaml.old"))).contains("Community guidelines");
    assertThat(new Instance(first, true).title()).as("after a restart").isEqualTo("House rules");
  }

  @Test
  void aChangeByHandIsAVersionOfItsOwnByNobodyKnown() throws IOException {
    Instance one = new Instance(first, true);
    Instance two = new Instance(second, true);
    one.publish("House rules");
    two.files.look();

    edit(second, "By hand");
    two.files.look();
    one.files.look();

    assertThat(one.title()).isEqualTo("By hand");
    assertThat(versions())
        .extracting(v -> v.get("origin"))
        .containsExactly("file", "console", "file");
  }

  @Test
  void anOldTextThatAPersonPutBackStays() throws IOException {
    Instance one = new Instance(first, true);
    String old = Files.readString(first.resolve("policy.yaml"));
    one.publish("House rules");

    Files.writeString(first.resolve("policy.yaml"), old);
    one.files.look();
    one.files.look();

    assertThat(one.title()).startsWith("Community guidelines");
    assertThat(versions()).hasSize(3);
  }

  @Test
  void anInstanceThatWasAwayCatchesUpWhenItStarts() {
    new Instance(second, true);
    new Instance(first, true).publish("House rules");

    assertThat(new Instance(second, true).title()).isEqualTo("House rules");
  }

  @Test
  void twoInstancesOnOneFolderPublishOnce() {
    Instance one = new Instance(first, true);
    Instance two = new Instance(first, true);

    one.publish("House rules");
    two.files.look();
    one.files.look();

    assertThat(two.title()).isEqualTo("House rules");
    assertThat(versions()).hasSize(2);
  }

  @Test
  void aFileThatIsNowhereIsNoVersionUntilSomebodyPublishesOne() throws IOException {
    Instance one = new Instance(first, true);
    Instance two = new Instance(second, true);
    assertThat(database.one("select count(*) from document_version", Long.class)).isEqualTo(2);

    one.publish(Document.REPLIES, "blocking: on\n");
    two.files.look();

    for (Path folder : List.of(first, second)) {
      assertThat(folder.resolve("replies.yaml")).hasContent("blocking: on");
      assertThat(Files.getPosixFilePermissions(folder.resolve("replies.yaml")))
          .isEqualTo(Files.getPosixFilePermissions(folder.resolve("policy.yaml")));
    }
  }

  @Test
  void aFolderThatNeverHadAFileTakesItOverAndATakenAwayFileIsAChangeByHand() throws IOException {
    Files.writeString(first.resolve("decisions.yaml"), "quality-sample: 3\n");
    Instance one = new Instance(first, true);
    Instance two = new Instance(second, true);
    assertThat(second.resolve("decisions.yaml")).hasContent("quality-sample: 3");

    Files.delete(first.resolve("decisions.yaml"));
    one.files.look();
    two.files.look();
    assertThat(second.resolve("decisions.yaml")).hasContent("quality-sample: 3");
    one.files.look();
    two.files.look();

    assertThat(second.resolve("decisions.yaml")).hasContent("");
    assertThat(
            database.rows(
                "select body from document_version where document = 'decisions' order by id"))
        .containsExactly(Map.of("body", "quality-sample: 3\n"), Map.of("body", ""));
  }

  @Test
  void aFolderThatIsNotWrittenKeepsTheOldVersionInForceEverywhere() {
    Instance one = new Instance(first, false);

    assertThatThrownBy(() -> one.publish("House rules"))
        .isInstanceOf(DraftRejected.class)
        .hasMessageContaining("write policy.yaml in");

    assertThat(one.title()).startsWith("Community guidelines");
    assertThat(versions()).hasSize(1);
    assertThat(database.one("select state from document_draft", String.class))
        .isEqualTo("proposed");
  }

  @Test
  void aBrokenFileOnDiskIsReplacedByWhatIsPublishedAndKeptBesideIt() throws IOException {
    Instance one = new Instance(first, true);
    Files.writeString(first.resolve("policy.yaml"), "nonsense: 1\n");
    one.files.look();
    assertThat(one.rules.problems()).isNotEmpty();

    one.publish("House rules");

    assertThat(one.title()).isEqualTo("House rules");
    assertThat(one.rules.problems()).isEmpty();
    assertThat(Files.readString(first.resolve("policy.yaml.old"))).isEqualTo("nonsense: 1\n");
  }

  @Test
  void anyoneWhoProposesCannotApproveNotEvenInTheTable() {
    Instance one = new Instance(first, true);
    long id = one.draft("House rules");
    one.drafts.propose(id, 0, "Because.", "brandt");

    assertThatThrownBy(
            () -> one.drafts.approve(id, 0, one.rules.policy().current().version(), "brandt"))
        .isInstanceOf(DraftRejected.class)
        .hasMessageContaining("another person");
    assertThatThrownBy(
            () ->
                database
                    .jdbi()
                    .useHandle(
                        h ->
                            h.execute(
                                "insert into document_version (document, version, body, origin,"
                                    + " proposed_by, approved_by) values ('policy', 'x', '',"
                                    + " 'console', 'brandt', 'brandt')")))
        .hasMessageContaining("another person than brandt must approve");
  }

  @Test
  void anApprovalOfADraftThatWasReadAgainstAnotherVersionIsRefused() throws IOException {
    Instance one = new Instance(first, true);
    long id = one.draft("House rules");
    one.drafts.propose(id, 0, "Because.", "brandt");
    String read = one.rules.policy().current().version();
    edit(first, "By hand");
    one.files.look();

    assertThatThrownBy(() -> one.drafts.approve(id, 0, read, "haddad"))
        .isInstanceOf(DraftRejected.class)
        .hasMessageContaining("Another version was published");
    assertThat(one.title()).isEqualTo("By hand");
  }

  @Test
  void aVersionIsNeverChangedAfterwards() {
    new Instance(first, true);

    assertThatThrownBy(
            () ->
                database.jdbi().useHandle(h -> h.execute("update document_version set note = 'x'")))
        .hasMessageContaining("only ever added");
  }
}
