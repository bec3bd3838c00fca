package hallmonitor.moderation.console.posts;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Person;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Mails an account's administrator that something was found in its posts: at once, then at most
 * once an hour. The mail quotes nothing. One that the mail server does not accept is tried again,
 * by any instance.
 */
@ApplicationScoped
public class PostFindingPost {
  private static final String DUE =
      """
      select j.account, count(*) as open
      from post_judgment j
      left join post_notice n using (account)
      where j.state = 'open'
        and (n.told_at is null or n.told_at < clock_timestamp() - interval '1 hour')
      group by j.account
      having max(j.found_at) > coalesce(max(n.told_at), '-infinity')
      """;

  /** Only one of several instances gets to say it. */
  private static final String TELL =
      """
      insert into post_notice as old (account, told_at) values (?, ?)
      on conflict (account) do update set told_at = excluded.told_at
      where old.told_at < excluded.told_at - interval '1 hour'
      """;

  private final ConsoleDatabase database;
  private final OnceMail mail;
  private final ConsoleConfig config;
  private final LiveRules rules;

  PostFindingPost(ConsoleDatabase database, OnceMail mail, ConsoleConfig config, LiveRules rules) {
    this.database = database;
    this.mail = mail;
    this.config = config;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    District district = rules.district().current().value();
    LocalDate today = LocalDate.now(district.timeZone());
    due()
        .forEach(
            (id, open) ->
                district
                    .account(id)
                    .ifPresent(
                        account ->
                            district
                                .inChargeOf(account, today)
                                .ifPresent(person -> tell(account, person, open))));
  }

  private Map<String, Integer> due() {
    return database.read(
        h ->
            h.createQuery(DUE)
                .map((row, context) -> Map.entry(row.getString("account"), row.getInt("open")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void tell(Account account, Person person, int open) {
    Instant now = Instant.now();
    long hour = now.getEpochSecond() / 3600;
    mail.send(
        transaction -> transaction.execute(TELL, account.id(), now.atOffset(ZoneOffset.UTC)) == 1,
        new Addressed(
            "posts/" + account.id() + "/" + hour,
            person.name(),
            person.email(),
            letter(account, person, open)),
        "nobody could be told of findings in posts of the account " + account.id());
  }

  private Letter letter(Account account, Person person, int open) {
    String language = person.language();
    return new Letter(
        language,
        ReaderLanguage.says(Sentence.of("Check your posts on {1}", account.name()), language),
        List.of(
            ReaderLanguage.says(Sentence.of("Hello {1},", person.name()), language),
            ReaderLanguage.says(
                Sentence.of(
                    "The policy found something in posts that stand on {1}. Posts to check: {2}.",
                    account.name(), open),
                language),
            ReaderLanguage.says(
                Sentence.of(
                    "Change or delete each post on the platform, or close the finding with a reason."
                        + " A post that no longer has it closes automatically."),
                language)),
        ReaderLanguage.says(Sentence.of("See the posts"), language),
        config.url().resolve("/posts").toString(),
        List.of(
            ReaderLanguage.says(
                Sentence.of(
                    "You get this mail because you are in charge of the account, once an hour at"
                        + " most. If you did not write these posts, change the account's password."),
                language)));
  }
}
