"""The lifecycle wing: four phases, six ways back, and what each of them costs.

It has four parts, and files that are named alike. `model`, `figures` and `lesson` gather what the parts offer; the
questions are in `questions.toml`, the cards of symptoms in `symptoms.toml`, and `texts` reads them all.

| | project | robot | data | field |
|---|---|---|---|---|
| What | diagram, simulator | the case study's story | ways back before the field | ways back from the field |
| Models | `diagram`, `project`, `simulator`, `chain`, `outlook_project` | `robot`, `robot_sights`, `robot_bug` | \
`label_noise`, `tradeoff`, `labelling_cost` | `mining`, `picks`, `golden` |
| Pictures | `figures_diagram`, `figures_project` | `figures_robot` | `figures_data` | `figures_field` |
| Sentences | `says_project` | `says_robot` | `says_data` | `says_field` |
| Explorers, predictions | `lesson_project` | `lesson_robot` | `lesson_data` | `lesson_field` |
| Tasks | `tasks_project` | | | `tasks_field` |
| Texts | `project.toml` | `robot.toml` | `data.toml` | `field.toml` |

`places` has the places that robot, data and field photograph.
"""
