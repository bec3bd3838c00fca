package hallmonitor.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A service is not alive once an essential worker hangs: its supervisor starts it again. A database
 * or broker that does not answer leaves it alive, because every wait for them ends.
 */
@Liveness
@ApplicationScoped
public class WorkersGetOn implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    List<String> stuck = Worker.stuck();
    return HealthCheckResponse.named("workers get on")
        .status(stuck.isEmpty())
        .withData("stuck", String.join("; ", stuck))
        .build();
  }
}
