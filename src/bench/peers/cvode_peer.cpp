// CVODE of SUNDIALS 6. Methods: bdf-spgmr, bdf-pcg (the Newton matrix is symmetric; exact Jacobian-vector products),
// bdf-dense (exact Jacobian), adams (fixed-point iteration).
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_pcg.h>
#include <sunlinsol/sunlinsol_spgmr.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

#include <cmath>
#include <limits>

#include "field.hpp"

namespace {

struct Problem {
  Field field;
  std::vector<double> scratch;
};

void require(int flag, const char* what) {
  if (flag < 0) throw std::runtime_error(std::string(what) + " failed: " + std::to_string(flag));
}

int velocity(realtype, N_Vector y, N_Vector dy, void* data) {
  static_cast<Problem*>(data)->field(N_VGetArrayPointer(y), N_VGetArrayPointer(dy));
  return 0;
}

// Once for each Newton iteration's linear system: the products that along() needs.
int prepare(realtype, N_Vector y, N_Vector, void* data) {
  auto* problem = static_cast<Problem*>(data);
  problem->field(N_VGetArrayPointer(y), problem->scratch.data());
  return 0;
}

int along(N_Vector v, N_Vector Jv, realtype, N_Vector y, N_Vector, void* data, N_Vector) {
  static_cast<Problem*>(data)->field.along(N_VGetArrayPointer(y), N_VGetArrayPointer(v), N_VGetArrayPointer(Jv));
  return 0;
}

int jacobian(realtype, N_Vector y, N_Vector, SUNMatrix J, void* data, N_Vector, N_Vector, N_Vector) {
  double** columns = SUNDenseMatrix_Cols(J);
  static_cast<Problem*>(data)->field.jacobian(
      N_VGetArrayPointer(y), std::vector<double*>(columns, columns + SUNDenseMatrix_Columns(J)));
  return 0;
}

std::vector<double> solve(const std::string& method, const NetSet& set, const Net& net, double rtol, double atol) {
  static SUNContext context = nullptr;
  if (!context) SUNContext_Create(nullptr, &context);
  Problem problem{Field(net), std::vector<double>(net.weights.size())};
  int n = problem.field.size();
  std::vector<double> state = net.weights;
  N_Vector y = N_VMake_Serial(n, state.data(), context);
  void* cvode = CVodeCreate(method == "adams" ? CV_ADAMS : CV_BDF, context);
  require(CVodeInit(cvode, velocity, 0, y), "CVodeInit");
  CVodeSStolerances(cvode, rtol, atol);
  CVodeSetUserData(cvode, &problem);
  CVodeSetMaxNumSteps(cvode, 100000000);
  CVodeSetStopTime(cvode, set.time);
  CVodeSetErrFile(cvode, nullptr);
  SUNLinearSolver solver = nullptr;
  SUNNonlinearSolver fixedPoint = nullptr;
  SUNMatrix J = nullptr;
  if (method == "bdf-dense") {
    J = SUNDenseMatrix(n, n, context);
    solver = SUNLinSol_Dense(y, J, context);
    require(CVodeSetLinearSolver(cvode, solver, J), "CVodeSetLinearSolver");
    CVodeSetJacFn(cvode, jacobian);
  } else if (method == "bdf-spgmr" || method == "bdf-pcg") {
    solver = method == "bdf-pcg" ? SUNLinSol_PCG(y, SUN_PREC_NONE, 0, context)
                                 : SUNLinSol_SPGMR(y, SUN_PREC_NONE, 0, context);
    require(CVodeSetLinearSolver(cvode, solver, nullptr), "CVodeSetLinearSolver");
    CVodeSetJacTimes(cvode, prepare, along);
  } else if (method == "adams") {
    fixedPoint = SUNNonlinSol_FixedPoint(y, 0, context);
    CVodeSetNonlinearSolver(cvode, fixedPoint);
  } else {
    throw std::runtime_error("the methods are bdf-spgmr, bdf-pcg, bdf-dense and adams, not " + method);
  }

  double t = 0;
  int flag = CV_SUCCESS;
  if (set.gradientBound == 0) {
    flag = CVode(cvode, set.time, y, &t, CV_NORMAL);
  } else {
    do {
      flag = CVode(cvode, set.time, y, &t, CV_ONE_STEP);
      if (flag < 0) break;
      problem.field(state.data(), problem.scratch.data());
    } while (t < set.time && Eigen::Map<Eigen::VectorXd>(problem.scratch.data(), n).norm() > set.gradientBound);
  }
  if (flag < 0) state.assign(n, std::numeric_limits<double>::quiet_NaN());

  N_VDestroy(y);
  CVodeFree(&cvode);
  if (solver) SUNLinSolFree(solver);
  if (fixedPoint) SUNNonlinSolFree(fixedPoint);
  if (J) SUNMatDestroy(J);
  return state;
}

}  // namespace

int main(int argc, char** argv) { return peer(argc, argv, "cvode-", solve); }
