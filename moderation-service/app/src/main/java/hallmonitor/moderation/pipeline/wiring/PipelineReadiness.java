package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.messaging.BatchReader;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.pipeline.pictures.KnownPictureLists;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.yaml.FileProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready if every reader, the relay and the essential jobs work. Mistakes in a changed file are
 * shown but do not make it unready. Anyone may read it, so it contains neither an address nor
 * whether the policy reader is paused.
 */
@Readiness
@ApplicationScoped
public class PipelineReadiness implements HealthCheck {
  private final PipelineRun run;
  private final LiveRules rules;
  private final KnownPictureLists pictures;
  private final PipelineFaults pipeline;
  private final ThirdOpinion thirdOpinion;

  PipelineReadiness(
      PipelineRun run,
      LiveRules rules,
      KnownPictureLists pictures,
      PipelineFaults pipeline,
      ThirdOpinion thirdOpinion) {
    this.run = run;
    this.rules = rules;
    this.pictures = pictures;
    this.pipeline = pipeline;
    this.thirdOpinion = thirdOpinion;
  }

  @Override
  public HealthCheckResponse call() {
    List<String> faults = pipeline.now();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("pipeline").status(faults.isEmpty() && !run.readers().isEmpty());
    for (int i = 0; i < faults.size(); i++) {
      response.withData("fault " + (i + 1), faults.get(i));
    }
    for (Map.Entry<String, BatchReader> reader : run.readers().entrySet()) {
      response.withData("behind " + reader.getKey(), reader.getValue().lag());
    }
    List<FileProblem> problems = new ArrayList<>(rules.problems());
    problems.addAll(pictures.problems());
    for (int i = 0; i < problems.size(); i++) {
      response.withData("file problem " + (i + 1), problems.get(i).toString());
    }
    response.withData("policy reader", thirdOpinion.state());
    response.withData("policy version", rules.policy().current().version());
    return response.build();
  }
}
