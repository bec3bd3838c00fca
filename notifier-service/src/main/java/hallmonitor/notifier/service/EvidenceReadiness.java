package hallmonitor.notifier.service;

import hallmonitor.notifier.evidence.keeping.EvidenceKeeping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while evidence is sealed. An unresponsive time stamping authority, checkpoints that cannot
 * be written and a ledger without a separate owner are shown but do not make it unready.
 */
@Readiness
@ApplicationScoped
public class EvidenceReadiness implements HealthCheck {
  private final EvidenceWiring wiring;

  EvidenceReadiness(EvidenceWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("evidence");
    if (wiring.evidence().isEmpty()) {
      return health.down().withData("fault", "still starting").build();
    }
    EvidenceKeeping evidence = wiring.evidence().get();
    List<String> faults = evidence.faults();
    if (!faults.isEmpty()) {
      health.withData("fault", String.join(" ", faults));
    }
    evidence.warnings().forEach(health::withData);
    return health
        .withData("oldest-unsealed-seconds", Math.round(evidence.oldestSeconds()))
        .status(faults.isEmpty())
        .build();
  }
}
