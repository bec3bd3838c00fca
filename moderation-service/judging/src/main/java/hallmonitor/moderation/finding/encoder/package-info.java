/**
 * The second stage: a small fine-tuned transformer that looks again at the comments about which the
 * linear model is unsure. The only package that knows onnxruntime.
 */
package hallmonitor.moderation.finding.encoder;
