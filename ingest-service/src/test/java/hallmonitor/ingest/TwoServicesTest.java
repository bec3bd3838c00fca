package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CheckpointScan;
import hallmonitor.ingest.account.CredentialDestinations;
import hallmonitor.ingest.account.OwnerCalls;
import hallmonitor.ingest.account.Ownership;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.action.ActionInbox;
import hallmonitor.ingest.action.ActionTable;
import hallmonitor.ingest.command.AccountControls;
import hallmonitor.ingest.command.CommandTable;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.messaging.Database;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.yaml.WatchedFile;
import hallmonitor.testparts.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The accounts of two services that share them, with a real broker and a real database. */
@ResourceLock("instances")
class TwoServicesTest {
  private final String some = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private Jdbi database;
  @TempDir Path folder;
  private Service first;
  private Service second;

  /** What of a service has to do with the accounts. */
  private final class Service {
    private final QuietPlatform platform = new QuietPlatform();
    private final OwnerCalls calls = new OwnerCalls(database);
    private final ActionTable actions = new ActionTable(database);
    private final Accounts accounts;
    private final Ownership ownership;

    Service() {
      accounts =
          new Accounts(
              Map.of("mastodon", platform),
              new ConnectedAccount.Dependencies(
                  kafka,
                  new CheckpointScan(kafka),
                  new AccountSecrets(folder, name -> null),
                  new CredentialDestinations(database),
                  new SealedCredentials(database, Optional::empty),
                  actions,
                  100,
                  InstantSource.system(),
                  PollListener.SILENT,
                  (order, result) -> {},
                  () -> {},
                  new AccountControls(new CommandTable(database)),
                  () -> false,
                  Optional.empty(),
                  Optional.empty()),
              calls);
      accounts.follow(
          new WatchedFile<>(folder.resolve("district.yaml"), DistrictFile::read).current().value());
      ownership = new Ownership(database, calls, accounts, System::nanoTime, () -> {}).start();
    }

    List<String> owned() {
      return accounts.statuses(Map.of(), Instant.now()).stream().map(s -> s.account()).toList();
    }

    void takeIn(ActionOrdered order) {
      new ActionInbox(actions, accounts::wakeOrders)
          .handle(List.of(new ConsumerRecord<>("actions", 0, 0, null, EventJson.write(order))));
    }
  }

  @BeforeEach
  void eachOwnsOneOfTwoAccounts() throws IOException {
    var source = Parts.shared().dataSource(DatabaseRole.MODERATION);
    Flyway.configure().dataSource(source).defaultSchema("moderation").load().migrate();
    database = Database.of(source);
    database.useHandle(h -> h.execute("delete from instance"));
    String accounts = account("a") + account("b");
    Files.writeString(
        folder.resolve("district.yaml"), ConfiguredDistrict.EMPTY + "accounts:\n" + accounts);
    first = new Service();
    await().until(() -> first.owned().size() == 2);
    second = new Service();
    await().until(() -> first.owned().size() == 1 && second.owned().size() == 1);
  }

  private String account(String name) {
    return """
      - id: %s-%s
        platform: mastodon
        building: high
        kind: school
        administrator: novak
        base-url: http://127.0.0.1:1
        credential: present
        polling: { floor: 50ms, idle: 1h }
    """
        .formatted(name, some);
  }

  @AfterEach
  void stop() {
    first.ownership.close();
    second.ownership.close();
  }

  @Test
  void anOrderThatOneServiceTakesInIsCarriedOutByTheOneThatOwnsTheAccount() {
    String account = second.owned().get(0);
    first.takeIn(
        new ActionOrdered(
            UUID.randomUUID(),
            UUID.randomUUID(),
            new CommentRef("mastodon", account, "1"),
            PlatformAction.HIDE,
            "clause-1",
            "policy",
            "model",
            "policy",
            "It breaks the policy.",
            Instant.now()));
    await().until(() -> second.platform.acts.contains(account));
    assertThat(first.platform.acts).isEmpty();
  }

  @Test
  void aDeliveryThatReachesTheOtherServiceHasTheOwnerRead() {
    String account = second.owned().get(0);
    await().until(() -> second.platform.reads.contains(account));
    long before = second.platform.reads.size();
    first.accounts.target(account).orElseThrow().wake().run();
    await().until(() -> second.platform.reads.size() > before);
  }

  @Test
  void onlyTheOwnerKeepsDeliveriesComing() {
    String account = second.owned().get(0);
    assertThat(first.accounts.target(account).orElseThrow().owned()).isFalse();
    assertThat(second.accounts.target(account).orElseThrow().owned()).isTrue();
  }

  @Test
  void onlyTheOwnerTestsACredential() {
    String account = second.owned().get(0);
    assertThat(first.accounts.check(account)).isEmpty();
    assertThat(second.accounts.check(account)).isPresent();
    assertThat(first.accounts.check("nobody's")).isPresent();
  }

  @Test
  void whatOneServiceLeavesIsReadByTheOther() {
    String account = first.owned().get(0);
    first.ownership.close();
    await().until(() -> second.platform.reads.contains(account));
    assertThat(second.owned()).hasSize(2);
  }
}
