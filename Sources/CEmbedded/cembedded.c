#include "cembedded.h"

// The compiler embeds the files, so a change of one of them compiles this file again.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char sample_ct_2024_0007_yaml[] = {
#embed "../CasebookCore/Resources/samples/ct-2024-0007.yaml"
};
static const unsigned char sample_ex_001_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-001.yaml"
};
static const unsigned char sample_ex_002_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-002.yaml"
};
static const unsigned char sample_ex_003_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-003.yaml"
};
static const unsigned char sample_ex_004_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-004.yaml"
};
static const unsigned char sample_ex_005_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-005.yaml"
};
static const unsigned char sample_ex_006_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-006.yaml"
};
static const unsigned char sample_ex_007_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-007.yaml"
};
static const unsigned char sample_ex_008_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-008.yaml"
};
static const unsigned char sample_ex_009_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-009.yaml"
};
static const unsigned char sample_ex_010_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-010.yaml"
};
static const unsigned char sample_ex_011_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-011.yaml"
};
static const unsigned char sample_ex_012_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-012.yaml"
};
static const unsigned char sample_ex_013_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-013.yaml"
};
static const unsigned char sample_ex_014_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-014.yaml"
};
static const unsigned char sample_ex_015_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-015.yaml"
};
static const unsigned char sample_ex_016_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-016.yaml"
};
static const unsigned char sample_ex_017_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-017.yaml"
};
static const unsigned char sample_ex_018_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-018.yaml"
};
static const unsigned char sample_ex_019_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-019.yaml"
};
static const unsigned char sample_ex_020_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-020.yaml"
};
static const unsigned char sample_ex_021_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-021.yaml"
};
static const unsigned char sample_ex_022_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-022.yaml"
};
static const unsigned char sample_ex_023_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-023.yaml"
};
static const unsigned char sample_ex_024_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-024.yaml"
};
static const unsigned char sample_ex_025_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-025.yaml"
};
static const unsigned char sample_ex_026_to_028_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-026-to-028.yaml"
};
static const unsigned char sample_ex_029_to_030_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-029-to-030.yaml"
};
static const unsigned char sample_ex_031_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-031.yaml"
};
static const unsigned char sample_ex_032_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-032.yaml"
};
static const unsigned char sample_ex_033_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-033.yaml"
};
static const unsigned char sample_ex_034_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-034.yaml"
};
static const unsigned char sample_ex_035_yaml[] = {
#embed "../CasebookCore/Resources/samples/ex-035.yaml"
};
static const unsigned char template_template_yaml[] = {
#embed "../CasebookCore/Resources/template.yaml"
};
static const unsigned char profile_lea_detainers_fy15_yaml[] = {
#embed "../CasebookCore/Resources/profiles/lea-detainers-fy15.yaml"
};
static const unsigned char profile_ddp_detainers_yaml[] = {
#embed "../CasebookCore/Resources/profiles/ddp-detainers.yaml"
};
static const unsigned char profile_ddp_arrests_yaml[] = {
#embed "../CasebookCore/Resources/profiles/ddp-arrests.yaml"
};
static const unsigned char profile_ddp_detention_stints_yaml[] = {
#embed "../CasebookCore/Resources/profiles/ddp-detention-stints.yaml"
};
static const unsigned char profile_ddp_encounters_yaml[] = {
#embed "../CasebookCore/Resources/profiles/ddp-encounters.yaml"
};
static const unsigned char profile_ddp_removals_yaml[] = {
#embed "../CasebookCore/Resources/profiles/ddp-removals.yaml"
};
static const unsigned char profile_ddp_joined_arrests_stays_yaml[] = {
#embed "../CasebookCore/Resources/profiles/ddp-joined-arrests-stays.yaml"
};
static const unsigned char profile_ddp_detention_stays_yaml[] = {
#embed "../CasebookCore/Resources/profiles/ddp-detention-stays.yaml"
};
static const unsigned char profile_foia_removals_yaml[] = {
#embed "../CasebookCore/Resources/profiles/foia-removals.yaml"
};
static const unsigned char profile_foia_arrests_yaml[] = {
#embed "../CasebookCore/Resources/profiles/foia-arrests.yaml"
};
static const unsigned char profile_lifelines2_yaml[] = {
#embed "../CasebookCore/Resources/profiles/lifelines2.yaml"
};
static const unsigned char profile_eventflow_yaml[] = {
#embed "../CasebookCore/Resources/profiles/eventflow.yaml"
};
static const unsigned char profile_lifeflow_yaml[] = {
#embed "../CasebookCore/Resources/profiles/lifeflow.yaml"
};
static const unsigned char profile_casebook_yaml[] = {
#embed "../CasebookCore/Resources/profiles/casebook.yaml"
};
static const unsigned char profile_cases_yaml[] = {
#embed "../CasebookCore/Resources/profiles/cases.yaml"
};
static const unsigned char schema_case_schema_json[] = {
#embed "../CasebookCore/Resources/schemas/case.schema.json"
};
static const unsigned char theme_colour_blind_safe_yaml[] = {
#embed "../../themes/colour-blind-safe.yaml"
};
static const unsigned char theme_dark_yaml[] = {
#embed "../../themes/dark.yaml"
};
static const unsigned char theme_high_contrast_dark_yaml[] = {
#embed "../../themes/high-contrast-dark.yaml"
};
static const unsigned char theme_high_contrast_light_yaml[] = {
#embed "../../themes/high-contrast-light.yaml"
};
static const unsigned char theme_light_yaml[] = {
#embed "../../themes/light.yaml"
};

static const unsigned char page_case_files_md[] = {
#embed "../CasebookCore/CasebookCore.docc/CaseFiles.md"
};
static const unsigned char page_command_line_md[] = {
#embed "../CasebookCore/CasebookCore.docc/CommandLine.md"
};
static const unsigned char page_export_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Export.md"
};
static const unsigned char page_filter_language_md[] = {
#embed "../CasebookCore/CasebookCore.docc/FilterLanguage.md"
};
static const unsigned char page_glossary_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Glossary.md"
};
static const unsigned char page_library_settings_md[] = {
#embed "../CasebookCore/CasebookCore.docc/LibrarySettings.md"
};
static const unsigned char page_many_cases_md[] = {
#embed "../CasebookCore/CasebookCore.docc/ManyCases.md"
};
static const unsigned char page_notebook_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Notebook.md"
};
static const unsigned char page_plain_commands_md[] = {
#embed "../CasebookCore/CasebookCore.docc/PlainCommands.md"
};
static const unsigned char page_plain_mode_md[] = {
#embed "../CasebookCore/CasebookCore.docc/PlainMode.md"
};
static const unsigned char page_questions_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Questions.md"
};
static const unsigned char page_screen_readers_md[] = {
#embed "../CasebookCore/CasebookCore.docc/ScreenReaders.md"
};
static const unsigned char page_settings_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Settings.md"
};
static const unsigned char page_start_here_md[] = {
#embed "../CasebookCore/CasebookCore.docc/StartHere.md"
};
static const unsigned char page_tables_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Tables.md"
};
static const unsigned char page_timelines_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Timelines.md"
};
static const unsigned char page_trust_md[] = {
#embed "../CasebookCore/CasebookCore.docc/Trust.md"
};
static const cembedded_file files[] = {
    {"sample", "ct-2024-0007.yaml", sample_ct_2024_0007_yaml, sizeof sample_ct_2024_0007_yaml},
    {"sample", "ex-001.yaml", sample_ex_001_yaml, sizeof sample_ex_001_yaml},
    {"sample", "ex-002.yaml", sample_ex_002_yaml, sizeof sample_ex_002_yaml},
    {"sample", "ex-003.yaml", sample_ex_003_yaml, sizeof sample_ex_003_yaml},
    {"sample", "ex-004.yaml", sample_ex_004_yaml, sizeof sample_ex_004_yaml},
    {"sample", "ex-005.yaml", sample_ex_005_yaml, sizeof sample_ex_005_yaml},
    {"sample", "ex-006.yaml", sample_ex_006_yaml, sizeof sample_ex_006_yaml},
    {"sample", "ex-007.yaml", sample_ex_007_yaml, sizeof sample_ex_007_yaml},
    {"sample", "ex-008.yaml", sample_ex_008_yaml, sizeof sample_ex_008_yaml},
    {"sample", "ex-009.yaml", sample_ex_009_yaml, sizeof sample_ex_009_yaml},
    {"sample", "ex-010.yaml", sample_ex_010_yaml, sizeof sample_ex_010_yaml},
    {"sample", "ex-011.yaml", sample_ex_011_yaml, sizeof sample_ex_011_yaml},
    {"sample", "ex-012.yaml", sample_ex_012_yaml, sizeof sample_ex_012_yaml},
    {"sample", "ex-013.yaml", sample_ex_013_yaml, sizeof sample_ex_013_yaml},
    {"sample", "ex-014.yaml", sample_ex_014_yaml, sizeof sample_ex_014_yaml},
    {"sample", "ex-015.yaml", sample_ex_015_yaml, sizeof sample_ex_015_yaml},
    {"sample", "ex-016.yaml", sample_ex_016_yaml, sizeof sample_ex_016_yaml},
    {"sample", "ex-017.yaml", sample_ex_017_yaml, sizeof sample_ex_017_yaml},
    {"sample", "ex-018.yaml", sample_ex_018_yaml, sizeof sample_ex_018_yaml},
    {"sample", "ex-019.yaml", sample_ex_019_yaml, sizeof sample_ex_019_yaml},
    {"sample", "ex-020.yaml", sample_ex_020_yaml, sizeof sample_ex_020_yaml},
    {"sample", "ex-021.yaml", sample_ex_021_yaml, sizeof sample_ex_021_yaml},
    {"sample", "ex-022.yaml", sample_ex_022_yaml, sizeof sample_ex_022_yaml},
    {"sample", "ex-023.yaml", sample_ex_023_yaml, sizeof sample_ex_023_yaml},
    {"sample", "ex-024.yaml", sample_ex_024_yaml, sizeof sample_ex_024_yaml},
    {"sample", "ex-025.yaml", sample_ex_025_yaml, sizeof sample_ex_025_yaml},
    {"sample", "ex-026-to-028.yaml", sample_ex_026_to_028_yaml, sizeof sample_ex_026_to_028_yaml},
    {"sample", "ex-029-to-030.yaml", sample_ex_029_to_030_yaml, sizeof sample_ex_029_to_030_yaml},
    {"sample", "ex-031.yaml", sample_ex_031_yaml, sizeof sample_ex_031_yaml},
    {"sample", "ex-032.yaml", sample_ex_032_yaml, sizeof sample_ex_032_yaml},
    {"sample", "ex-033.yaml", sample_ex_033_yaml, sizeof sample_ex_033_yaml},
    {"sample", "ex-034.yaml", sample_ex_034_yaml, sizeof sample_ex_034_yaml},
    {"sample", "ex-035.yaml", sample_ex_035_yaml, sizeof sample_ex_035_yaml},
    {"template", "template.yaml", template_template_yaml, sizeof template_template_yaml},
    {"page", "CaseFiles.md", page_case_files_md, sizeof page_case_files_md},
    {"page", "CommandLine.md", page_command_line_md, sizeof page_command_line_md},
    {"page", "Export.md", page_export_md, sizeof page_export_md},
    {"page", "FilterLanguage.md", page_filter_language_md, sizeof page_filter_language_md},
    {"page", "Glossary.md", page_glossary_md, sizeof page_glossary_md},
    {"page", "LibrarySettings.md", page_library_settings_md, sizeof page_library_settings_md},
    {"page", "ManyCases.md", page_many_cases_md, sizeof page_many_cases_md},
    {"page", "Notebook.md", page_notebook_md, sizeof page_notebook_md},
    {"page", "PlainCommands.md", page_plain_commands_md, sizeof page_plain_commands_md},
    {"page", "PlainMode.md", page_plain_mode_md, sizeof page_plain_mode_md},
    {"page", "Questions.md", page_questions_md, sizeof page_questions_md},
    {"page", "ScreenReaders.md", page_screen_readers_md, sizeof page_screen_readers_md},
    {"page", "Settings.md", page_settings_md, sizeof page_settings_md},
    {"page", "StartHere.md", page_start_here_md, sizeof page_start_here_md},
    {"page", "Tables.md", page_tables_md, sizeof page_tables_md},
    {"page", "Timelines.md", page_timelines_md, sizeof page_timelines_md},
    {"page", "Trust.md", page_trust_md, sizeof page_trust_md},
    {"profile", "lea-detainers-fy15.yaml", profile_lea_detainers_fy15_yaml, sizeof profile_lea_detainers_fy15_yaml},
    {"profile", "ddp-detainers.yaml", profile_ddp_detainers_yaml, sizeof profile_ddp_detainers_yaml},
    {"profile", "ddp-arrests.yaml", profile_ddp_arrests_yaml, sizeof profile_ddp_arrests_yaml},
    {"profile", "ddp-detention-stints.yaml", profile_ddp_detention_stints_yaml, sizeof profile_ddp_detention_stints_yaml},
    {"profile", "ddp-encounters.yaml", profile_ddp_encounters_yaml, sizeof profile_ddp_encounters_yaml},
    {"profile", "ddp-removals.yaml", profile_ddp_removals_yaml, sizeof profile_ddp_removals_yaml},
    {"profile", "ddp-joined-arrests-stays.yaml", profile_ddp_joined_arrests_stays_yaml, sizeof profile_ddp_joined_arrests_stays_yaml},
    {"profile", "ddp-detention-stays.yaml", profile_ddp_detention_stays_yaml, sizeof profile_ddp_detention_stays_yaml},
    {"profile", "foia-removals.yaml", profile_foia_removals_yaml, sizeof profile_foia_removals_yaml},
    {"profile", "foia-arrests.yaml", profile_foia_arrests_yaml, sizeof profile_foia_arrests_yaml},
    {"profile", "lifelines2.yaml", profile_lifelines2_yaml, sizeof profile_lifelines2_yaml},
    {"profile", "eventflow.yaml", profile_eventflow_yaml, sizeof profile_eventflow_yaml},
    {"profile", "lifeflow.yaml", profile_lifeflow_yaml, sizeof profile_lifeflow_yaml},
    {"profile", "casebook.yaml", profile_casebook_yaml, sizeof profile_casebook_yaml},
    {"profile", "cases.yaml", profile_cases_yaml, sizeof profile_cases_yaml},
    {"schema", "case.schema.json", schema_case_schema_json, sizeof schema_case_schema_json},
    {"theme", "colour-blind-safe.yaml", theme_colour_blind_safe_yaml, sizeof theme_colour_blind_safe_yaml},
    {"theme", "dark.yaml", theme_dark_yaml, sizeof theme_dark_yaml},
    {"theme", "high-contrast-dark.yaml", theme_high_contrast_dark_yaml, sizeof theme_high_contrast_dark_yaml},
    {"theme", "high-contrast-light.yaml", theme_high_contrast_light_yaml, sizeof theme_high_contrast_light_yaml},
    {"theme", "light.yaml", theme_light_yaml, sizeof theme_light_yaml},
};

int cembedded_count(void) { return sizeof files / sizeof files[0]; }

const cembedded_file *cembedded_at(int index) { return &files[index]; }
