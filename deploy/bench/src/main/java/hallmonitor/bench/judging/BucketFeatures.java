package hallmonitor.bench.judging;

import hallmonitor.moderation.finding.Features;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/** Exposes the product's features by name, for OpenNLP's document categorizer. */
public final class BucketFeatures implements FeatureGenerator {
  @Override
  public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
    Features features = Features.of(String.join(" ", tokens));
    List<String> names = new ArrayList<>(features.count());
    for (int i = 0; i < features.count(); i++) {
      names.add(Integer.toString(features.bucket(i)));
    }
    return names;
  }
}
