package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.access.Right.READ;

import hallmonitor.contract.yaml.Problem;
import hallmonitor.moderation.pipeline.Rules;
import hallmonitor.moderation.policy.Policy;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The policy in force as people read it, and what keeps a newer file from coming into force. */
@Path("/policy")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PolicyPages {
  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance policy(
        Policy policy, String policyVersion, String districtVersion, List<Problem> problems);
  }

  private final Rules rules;

  PolicyPages(Rules rules) {
    this.rules = rules;
  }

  @GET
  public TemplateInstance policy() {
    return Templates.policy(
        rules.policy().current().value(),
        rules.policy().current().version(),
        rules.district().current().version(),
        rules.problems());
  }
}
