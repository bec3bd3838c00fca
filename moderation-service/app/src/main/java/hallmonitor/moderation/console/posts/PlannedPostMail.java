package hallmonitor.moderation.console.posts;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.mail.ConsoleMail;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.access.mail.MailOutcome;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.posts.PlannedPost;
import hallmonitor.moderation.store.posts.PlannedPost.State;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Mails the people who may approve a planned post, and its author when someone has answered. The
 * mail quotes nothing. The table is the queue: what the mail server does not accept is tried again.
 */
@ApplicationScoped
public class PlannedPostMail {
  private static final System.Logger LOG = System.getLogger(PlannedPostMail.class.getName());

  private static final String NEXT =
      """
      select id, account, building, title, body, pictures, checked_by, state, author, changed_at, version,
        answered_by, note
      from planned_post
      where to_tell <> ''
      order by changed_at
      limit 1
      for update skip locked
      """;

  private final ConsoleDatabase database;
  private final ConsoleMail mail;
  private final ConsoleConfig config;
  private final ConsoleUsers people;
  private final PlannedPostDesk desk;

  PlannedPostMail(
      ConsoleDatabase database,
      ConsoleMail mail,
      ConsoleConfig config,
      ConsoleUsers people,
      PlannedPostDesk desk) {
    this.database = database;
    this.mail = mail;
    this.config = config;
    this.people = people;
    this.desk = desk;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    boolean told = true;
    while (told) {
      told = database.write(this::tellNext);
    }
  }

  /** In one transaction: it is recorded as sent only if the mail server accepted all. */
  private boolean tellNext(Handle transaction) {
    Optional<PlannedPost> next =
        transaction.createQuery(NEXT).map(rows(PlannedPost.class)).findOne();
    if (next.isEmpty()) {
      return false;
    }
    PlannedPost post = next.get();
    for (Person person : recipients(post)) {
      MailOutcome outcome =
          mail.send(idOf(post, person), person.name(), person.email(), letter(post, person));
      if (outcome != MailOutcome.SENT) {
        LOG.log(
            System.Logger.Level.WARNING,
            "a mail about the planned post {0} was not sent: {1}",
            post.id(),
            outcome.words());
      }
      if (outcome != MailOutcome.SENT && !outcome.isFinal()) {
        transaction.rollback();
        return false;
      }
    }
    transaction.execute("update planned_post set to_tell = '' where id = ?", post.id());
    return true;
  }

  private List<Person> recipients(PlannedPost post) {
    return post.isIn(State.ASKED)
        ? desk.approvers(post, desk.check(post))
        : people.named(post.author()).flatMap(this::reachable).stream().toList();
  }

  /** An author who is not in the district's file is reached by the address of their sign-in. */
  private Optional<Person> reachable(ConsoleUser author) {
    return desk.personOf(author)
        .or(
            () ->
                Optional.of(author.email())
                    .filter(email -> !email.isEmpty())
                    .map(
                        email ->
                            new Person(
                                author.userName(), author.displayName(), email, "en", List.of())));
  }

  private static UUID idOf(PlannedPost post, Person person) {
    String name = "planned/" + post.id() + "/" + post.version() + "/" + person.id();
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private Letter letter(PlannedPost post, Person person) {
    boolean asked = post.isIn(State.ASKED);
    String language = person.language();
    Sentence what =
        asked
            ? Sentence.of("A post needs your approval before it goes out.")
            : post.isIn(State.APPROVED)
                ? Sentence.of("Your post is approved. Copy it from its page and publish it.")
                : Sentence.of("Your post was returned. Its page says what should change.");
    return new Letter(
        language,
        ReaderLanguage.says(
            asked ? Sentence.of("A post needs your approval") : Sentence.of("About your post"),
            language),
        List.of(
            ReaderLanguage.says(Sentence.of("Hello {1},", person.name()), language),
            ReaderLanguage.says(what, language)),
        ReaderLanguage.says(Sentence.of("See the post"), language),
        config.url().resolve("/planned-posts/" + post.id()).toString(),
        List.of());
  }
}
