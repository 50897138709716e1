package dev.packhorse.engine.run;

import dev.packhorse.formats.schema.TargetProfile;

/**
 * What a survey goes by.
 *
 * @param target what the importing server allows
 * @param existing what it has already
 * @param repair whether to mend what can be mended without loss
 */
public record SurveyOptions(TargetProfile target, Existing existing, boolean repair, int threads) {}
