package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.messaging.OutboxRelay;
import hallmonitor.moderation.store.evidence.EvidenceLedger;
import hallmonitor.moderation.store.evidence.EvidencePackages;
import hallmonitor.moderation.store.evidence.EvidenceVerifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Wires what people ask of the evidence. */
@ApplicationScoped
public class EvidenceDeskWiring {
  @Produces
  @Singleton
  EvidenceLedger ledger(Jdbi jdbi) {
    return new EvidenceLedger(jdbi);
  }

  @Produces
  @Singleton
  EvidenceVerifications verifications(Jdbi jdbi, EvidenceLedger ledger, OutboxRelay relay) {
    return new EvidenceVerifications(jdbi, ledger, relay::wake);
  }

  @Produces
  @Singleton
  EvidencePackages packages(
      Jdbi jdbi,
      EvidenceLedger ledger,
      OutboxRelay relay,
      @ConfigProperty(name = "hallmonitor.evidence.package-kept") Duration kept) {
    return new EvidencePackages(jdbi, ledger, relay::wake, kept);
  }
}
