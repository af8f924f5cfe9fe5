public import PartnerRanking

/// The policy that ranks where no other is given, as `moim tune` wrote it on the CORDIS development history with the dates
/// 2022-07-01, 2023-01-01 and 2023-07-01. To renew it, run that and put the file's content here.
///
/// Needs are no part of that history, whose projects state none: their curve is a straight line. With the sentences of the
/// texts taken as needs, the curve that is learnt rises to 0.68; on the demonstration forum 1 meets more needs early than 0.5.
public enum ShippedPolicy {
  public static let policy: RankingPolicy = {
    do {
      return try PolicyFile.policy(from: Array(json.utf8), file: "the shipped policy")
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let json = """
    {
      "fame": {"evidence": 10, "share": 0.003, "weight": 0.2},
      "features": [
        {
          "knots": [
            -2.188368, -1.706863, -1.225358, -0.743853, -0.262347, 0.219158, 0.700663, 1.182169, 1.663674,
            2.145179, 2.626684, 3.10819
          ],
          "log_offset": 0.1,
          "name": "votes",
          "values": [
            0, 0.46931, 0.89306, 1.23568, 1.52785, 1.82408, 2.14802, 2.49398, 2.86593, 3.27268, 3.70603,
            4.14878
          ]
        },
        {"knots": [0, 1], "name": "needs", "values": [0, 1]},
        {
          "knots": [
            0.045684, 0.13244, 0.219196, 0.305952, 0.392708, 0.479464, 0.56622, 0.652976, 0.739732,
            0.826488, 0.913244, 1
          ],
          "name": "coverage",
          "values": [
            0, 0.19848, 0.3684, 0.5066, 0.65243, 0.79349, 0.92615, 1.05207, 1.21682, 1.40127, 1.5806,
            1.77231
          ]
        },
        {
          "knots": [
            -5.788906, -5.262369, -4.735833, -4.209296, -3.68276, -3.156223, -2.629687, -2.10315,
            -1.576614, -1.050077, -0.523541, 0.002996
          ],
          "log_offset": 0.003,
          "name": "network",
          "values": [
            0, 0.25247, 0.46116, 0.62473, 0.76513, 0.93304, 1.11124, 1.2703, 1.44501, 1.64201, 1.82323,
            1.9613
          ]
        },
        {
          "knots": [
            -4.60517, -4.141269, -3.680023, -3.218776, -2.757529, -2.296283, -1.835036, -1.37379,
            -0.912543, -0.451296, 0.00995
          ],
          "log_offset": 0.01,
          "name": "partner_network",
          "values": [
            0, 0.15372, 0.24738, 0.34332, 0.42936, 0.43647, 0.46329, 0.53146, 0.60288, 0.6424, 0.64965
          ]
        },
        {
          "knots": [
            -6.907755, -6.804713, -6.107872, -5.411032, -4.714191, -4.017351, -3.32051, -2.623669,
            -1.926829, -1.229988, -0.533148, 0.163693
          ],
          "log_offset": 0.001,
          "name": "shared_projects",
          "values": [
            0, 0.00374, 0.01146, 0.01827, 0.07962, 0.18328, 0.32889, 0.44708, 0.50671, 0.51271, 0.49815,
            0.48093
          ]
        },
        {"knots": [0, 1], "name": "country", "values": [0, 0.2004]},
        {"knots": [0, 1], "name": "city", "values": [0, 0.54585]},
        {
          "knots": [
            -0.489155, -0.31913, -0.149106, 0.020918, 0.190943, 0.360967, 0.530991, 0.701015, 0.87104,
            1.041064, 1.211088, 1.381112
          ],
          "name": "country_ties",
          "values": [
            -0.17845, -0.12012, -0.06967, 0.00977, 0.15548, 0.26651, 0.32401, 0.3655, 0.44105, 0.5537,
            0.6694, 0.77541
          ]
        },
        {
          "knots": [
            0, 0.170772, 0.253695, 0.336618, 0.41954, 0.502463, 0.585386, 0.668309, 0.751232, 0.834154,
            0.917077, 1
          ],
          "name": "named",
          "values": [
            0, 0.26913, 0.44962, 0.70493, 1.05604, 1.50229, 2.02239, 2.5978, 3.19333, 3.81207, 4.4682,
            5.15745
          ]
        },
        {
          "knots": [
            0, 0.321017, 0.388916, 0.456814, 0.524712, 0.59261, 0.660509, 0.728407, 0.796305, 0.864203,
            0.932102, 1
          ],
          "name": "acronym_named",
          "values": [
            0, 0.25335, 0.30726, 0.36043, 0.41244, 0.46416, 0.51526, 0.56473, 0.6113, 0.65494, 0.70208,
            0.75347
          ]
        },
        {
          "knots": [
            0, 0.214282, 0.292854, 0.371426, 0.449998, 0.528569, 0.607141, 0.685713, 0.764285, 0.842856,
            0.921428, 1
          ],
          "name": "city_named",
          "values": [
            0, 0.77445, 1.03279, 1.2534, 1.43066, 1.56619, 1.67811, 1.78068, 1.89185, 2.01081, 2.12657,
            2.23909
          ]
        },
        {
          "knots": [
            0, 0.408863, 0.467976, 0.52709, 0.586204, 0.645318, 0.704431, 0.763545, 0.822659, 0.881773,
            0.940886, 1
          ],
          "name": "country_named",
          "values": [
            0, 1.42976, 1.6225, 1.79717, 1.94327, 2.06395, 2.1757, 2.28773, 2.40386, 2.51943, 2.63008,
            2.73756
          ]
        },
        {"knots": [0, 1], "name": "own_country_named", "values": [0, -1.46785]}
      ],
      "format": 1,
      "kind_table": {
        "values": [
          [-0.04701, 0.16331, 0.15646, -0.36628, 0.11199, 0],
          [-0.34494, 0.36738, -0.18176, -0.74214, -0.3869, 0],
          [-0.12414, 0.20107, 0.10653, -0.34276, -0.11495, 0],
          [-0.25105, 0.04348, 0.12645, -0.02349, 0.10429, 0],
          [-0.03234, 0.01542, -0.02766, -0.40928, 0.37413, 0],
          [0, 0, 0, 0, 0, 0]
        ]
      },
      "name": "shipped, learnt on 3723 consortia of the public CORDIS history of Horizon Europe",
      "newcomer_lane": {"on": false, "share": 0.2},
      "parameters": {
        "country_ties_smoothing": 5,
        "coverage_length_discount": 0.75,
        "coverage_saturation": 2,
        "evidence": 1000,
        "name_candidate_strength": 0.15,
        "name_candidates": 300,
        "need_evidence": 200,
        "seed_decay": 10,
        "seed_evidence": 200,
        "seeds": 300,
        "vote_decay": 5,
        "walk_candidates": 1000
      },
      "sliders": {"nearness": 0, "size": 0, "ties": 0},
      "training": {
        "evidence": 10696,
        "fingerprint": "1a4c7cee38f11924",
        "prices": [
          {
            "choice": "ties",
            "position": -1,
            "scores": {
              "mrr": 0.2969,
              "ndcg_10": 0.1592,
              "newcomer_recall_10": 0.0498,
              "recall_100": 0.4292,
              "top_10_share": 0.0893
            }
          },
          {
            "choice": "ties",
            "position": -0.5,
            "scores": {
              "mrr": 0.3395,
              "ndcg_10": 0.1837,
              "newcomer_recall_10": 0.0524,
              "recall_100": 0.453,
              "top_10_share": 0.1385
            }
          },
          {
            "choice": "ties",
            "position": 0.5,
            "scores": {
              "mrr": 0.3582,
              "ndcg_10": 0.1914,
              "newcomer_recall_10": 0.0425,
              "recall_100": 0.4556,
              "top_10_share": 0.1977
            }
          },
          {
            "choice": "ties",
            "position": 1,
            "scores": {
              "mrr": 0.3531,
              "ndcg_10": 0.1858,
              "newcomer_recall_10": 0.0362,
              "recall_100": 0.4516,
              "top_10_share": 0.2133
            }
          },
          {
            "choice": "nearness",
            "position": -1,
            "scores": {
              "mrr": 0.35,
              "ndcg_10": 0.1895,
              "newcomer_recall_10": 0.0431,
              "recall_100": 0.4515,
              "top_10_share": 0.1885
            }
          },
          {
            "choice": "nearness",
            "position": -0.5,
            "scores": {
              "mrr": 0.3542,
              "ndcg_10": 0.1922,
              "newcomer_recall_10": 0.0457,
              "recall_100": 0.4573,
              "top_10_share": 0.184
            }
          },
          {
            "choice": "nearness",
            "position": 0.5,
            "scores": {
              "mrr": 0.3534,
              "ndcg_10": 0.189,
              "newcomer_recall_10": 0.0498,
              "recall_100": 0.4573,
              "top_10_share": 0.1618
            }
          },
          {
            "choice": "nearness",
            "position": 1,
            "scores": {
              "mrr": 0.3441,
              "ndcg_10": 0.1822,
              "newcomer_recall_10": 0.0498,
              "recall_100": 0.4515,
              "top_10_share": 0.1464
            }
          },
          {
            "choice": "size",
            "position": -1,
            "scores": {
              "mrr": 0.347,
              "ndcg_10": 0.188,
              "newcomer_recall_10": 0.0506,
              "recall_100": 0.455,
              "top_10_share": 0.1222
            }
          },
          {
            "choice": "size",
            "position": -0.5,
            "scores": {
              "mrr": 0.3537,
              "ndcg_10": 0.1912,
              "newcomer_recall_10": 0.05,
              "recall_100": 0.456,
              "top_10_share": 0.1467
            }
          },
          {
            "choice": "size",
            "position": 0.5,
            "scores": {
              "mrr": 0.3618,
              "ndcg_10": 0.1943,
              "newcomer_recall_10": 0.0467,
              "recall_100": 0.4593,
              "top_10_share": 0.2058
            }
          },
          {
            "choice": "size",
            "position": 1,
            "scores": {
              "mrr": 0.3654,
              "ndcg_10": 0.1949,
              "newcomer_recall_10": 0.0441,
              "recall_100": 0.46,
              "top_10_share": 0.2398
            }
          },
          {
            "choice": "newcomer_share",
            "position": 0.1,
            "scores": {
              "mrr": 0.3571,
              "ndcg_10": 0.1903,
              "newcomer_recall_10": 0.0607,
              "recall_100": 0.4584,
              "top_10_share": 0.165
            }
          },
          {
            "choice": "newcomer_share",
            "position": 0.2,
            "scores": {
              "mrr": 0.356,
              "ndcg_10": 0.186,
              "newcomer_recall_10": 0.0701,
              "recall_100": 0.4582,
              "top_10_share": 0.1516
            }
          },
          {
            "choice": "newcomer_share",
            "position": 0.3,
            "scores": {
              "mrr": 0.3521,
              "ndcg_10": 0.1797,
              "newcomer_recall_10": 0.0831,
              "recall_100": 0.4581,
              "top_10_share": 0.1378
            }
          },
          {
            "choice": "cap_share",
            "position": 0.02,
            "scores": {
              "mrr": 0.3364,
              "ndcg_10": 0.1676,
              "newcomer_recall_10": 0.0557,
              "recall_100": 0.4584,
              "top_10_share": 0.0204
            }
          },
          {
            "choice": "cap_share",
            "position": 0.05,
            "scores": {
              "mrr": 0.3511,
              "ndcg_10": 0.1814,
              "newcomer_recall_10": 0.0508,
              "recall_100": 0.4584,
              "top_10_share": 0.0502
            }
          },
          {
            "choice": "cap_share",
            "position": 0.1,
            "scores": {
              "mrr": 0.3552,
              "ndcg_10": 0.1883,
              "newcomer_recall_10": 0.0494,
              "recall_100": 0.4584,
              "top_10_share": 0.1002
            }
          }
        ],
        "scores": {
          "mrr": 0.3574,
          "ndcg_10": 0.193,
          "newcomer_recall_10": 0.0494,
          "recall_100": 0.4584,
          "top_10_share": 0.1746
        },
        "splits": [
          {
            "applications": 1560,
            "from": "2022-07-01",
            "intervals": {
              "mrr": {"high": 0.3557, "low": 0.3183},
              "ndcg_10": {"high": 0.2009, "low": 0.1766},
              "recall_100": {"high": 0.4676, "low": 0.4398}
            },
            "scores": {
              "mrr": 0.3364,
              "ndcg_10": 0.1882,
              "newcomer_recall_10": 0.0446,
              "recall_100": 0.4536,
              "top_10_share": 0.1965
            },
            "to": "2023-01-01",
            "untrained_scores": {
              "mrr": 0.3309,
              "ndcg_10": 0.1845,
              "newcomer_recall_10": 0.0415,
              "recall_100": 0.4449,
              "top_10_share": 0.2467
            }
          },
          {
            "applications": 775,
            "from": "2023-01-01",
            "intervals": {
              "mrr": {"high": 0.376, "low": 0.3227},
              "ndcg_10": {"high": 0.2203, "low": 0.1858},
              "recall_100": {"high": 0.4957, "low": 0.4559}
            },
            "scores": {
              "mrr": 0.3493,
              "ndcg_10": 0.2023,
              "newcomer_recall_10": 0.0473,
              "recall_100": 0.476,
              "top_10_share": 0.1612
            },
            "to": "2023-07-01",
            "untrained_scores": {
              "mrr": 0.344,
              "ndcg_10": 0.1991,
              "newcomer_recall_10": 0.0451,
              "recall_100": 0.464,
              "top_10_share": 0.1987
            }
          },
          {
            "applications": 1388,
            "from": "2023-07-01",
            "intervals": {
              "mrr": {"high": 0.4053, "low": 0.3652},
              "ndcg_10": {"high": 0.2044, "low": 0.1821},
              "recall_100": {"high": 0.4677, "low": 0.4399}
            },
            "scores": {
              "mrr": 0.3855,
              "ndcg_10": 0.1931,
              "newcomer_recall_10": 0.0561,
              "recall_100": 0.4539,
              "top_10_share": 0.1576
            },
            "to": "2024-01-01",
            "untrained_scores": {
              "mrr": 0.385,
              "ndcg_10": 0.1942,
              "newcomer_recall_10": 0.0539,
              "recall_100": 0.4453,
              "top_10_share": 0.1933
            }
          }
        ]
      }
    }
    """
}
