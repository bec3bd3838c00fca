package hallmonitor.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.messaging.Database;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.gateway.ProviderStandIn;
import hallmonitor.notifier.gateway.ProviderStandIn.Fault;
import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.MessageRules;
import hallmonitor.testparts.Parts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTrialsTest {
  private final Map<String, String> secrets = new HashMap<>();
  private ProviderStandIn provider;
  private Jdbi database;
  private GatewayTrials trials;

  @BeforeEach
  void open() throws IOException {
    provider = new ProviderStandIn();
    secrets.put("twilio", ProviderStandIn.TWILIO_SECRET);
    DataSource source = Parts.shared().dataSource(DatabaseRole.NOTIFIER);
    Flyway.configure()
        .dataSource(source)
        .defaultSchema("notifier")
        .createSchemas(false)
        .load()
        .migrate();
    database = Database.of(source);
    database.useHandle(h -> h.execute("truncate message_trouble"));
    MessageRules rules =
        EscalationFile.read(
                "messages: { gateways: [{ id: text, kind: twilio-text, secret: twilio, from:"
                    + " \"+16305550100\", private-network: true, address: \"%s\" }] }"
                        .formatted(provider.address()))
            .messages();
    trials =
        new GatewayTrials(
            database,
            new Gateways(name -> Optional.ofNullable(secrets.get(name))),
            () -> rules,
            InstantSource.system());
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void anExpiredCredentialIsToldBeforeAnyoneIsInDangerAndIsOverOnceItWorks() {
    secrets.put("twilio", "AC0123456789:expired");
    trials.tryAll();
    assertThat(troubles()).containsExactly("gateway/text");

    secrets.put("twilio", ProviderStandIn.TWILIO_SECRET);
    trials.tryAll();
    assertThat(troubles()).isEmpty();
    assertThat(provider.taken("/")).isEmpty();
  }

  @Test
  void whatMayPassByItselfIsToldIfItLasts() {
    provider.fail(Fault.of(503, ""), Fault.of(503, ""));

    trials.tryAll();
    assertThat(troubles()).isEmpty();
    trials.tryAll();
    assertThat(troubles()).containsExactly("gateway/text");
  }

  private List<String> troubles() {
    return database.withHandle(Troubles::standing).stream().map(Trouble::subject).toList();
  }
}
