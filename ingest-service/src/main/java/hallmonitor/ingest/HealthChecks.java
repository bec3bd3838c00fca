package hallmonitor.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Health checks. Alive: all threads run. Ready: orders and results flow. Quarkus adds the checks of
 * the database and Kafka.
 */
@ApplicationScoped
public class HealthChecks {
  @Produces
  @Liveness
  HealthCheck threads(Wiring wiring) {
    return () -> answer("threads", wiring.dead());
  }

  @Produces
  @Readiness
  HealthCheck flow(Wiring wiring) {
    return () -> answer("orders and results", wiring.service().troubles());
  }

  private static HealthCheckResponse answer(String name, List<String> wrong) {
    return HealthCheckResponse.named(name)
        .status(wrong.isEmpty())
        .withData("wrong", String.join("; ", wrong))
        .build();
  }
}
