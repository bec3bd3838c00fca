package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.moderation.pipeline.jobs.BlockExpiryJob;
import hallmonitor.moderation.pipeline.jobs.DangerLaneJob;
import hallmonitor.moderation.pipeline.jobs.LostEventsJob;
import hallmonitor.moderation.pipeline.jobs.ScheduledJobs;
import hallmonitor.moderation.pipeline.jobs.UndoneHideJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What does not work in the pipeline: readers, second look, relay, essential jobs. */
@ApplicationScoped
public class PipelineFaults {
  private final PipelineRun run;
  private final ScheduledJobs jobs;
  private final BlockExpiryJob blocks;
  private final DangerLaneJob lane;
  private final UndoneHideJob undone;
  private final LostEventsJob lost;

  PipelineFaults(
      PipelineRun run,
      ScheduledJobs jobs,
      BlockExpiryJob blocks,
      DangerLaneJob lane,
      UndoneHideJob undone,
      LostEventsJob lost) {
    this.lost = lost;
    this.run = run;
    this.jobs = jobs;
    this.blocks = blocks;
    this.lane = lane;
    this.undone = undone;
  }

  /** Returns it in words, without what people wrote; empty if everything works. */
  public List<String> now() {
    List<String> faults = new ArrayList<>(run.faults());
    jobs.fault().ifPresent(words -> faults.add("held hides: " + words));
    blocks.fault().ifPresent(words -> faults.add("blocks: " + words));
    lane.fault().ifPresent(words -> faults.add("danger lane: " + words));
    undone.fault().ifPresent(words -> faults.add("hides: " + words));
    lost.fault().ifPresent(faults::add);
    return faults;
  }
}
