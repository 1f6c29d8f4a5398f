/**
 * What detectors say: a {@link io.waxseal.redaction.detect.Finding} is where in a text which {@link
 * io.waxseal.redaction.detect.EntityType} stands, how sure that is and why. Hosts add a {@link
 * io.waxseal.redaction.detect.Detector} of their own by {@code Redactor.Builder.addDetector}.
 */
@NullMarked
package io.waxseal.redaction.detect;

import org.jspecify.annotations.NullMarked;
